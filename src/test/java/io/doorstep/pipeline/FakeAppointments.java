package io.doorstep.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A calendar that says what a test told it. */
final class FakeAppointments implements Appointments {

    private final Map<UUID, Instant> booked = new ConcurrentHashMap<>();
    private final Set<UUID> held = ConcurrentHashMap.newKeySet();
    private final Clock clock;

    FakeAppointments(Clock clock) {
        this.clock = clock;
    }

    void book(UUID leadId, Instant start) {
        booked.put(leadId, start);
    }

    void hold(UUID leadId) {
        booked.remove(leadId);
        held.add(leadId);
    }

    @Override
    public Optional<Instant> next(UUID leadId) {
        return Optional.ofNullable(booked.get(leadId)).filter(clock.instant()::isBefore);
    }

    @Override
    public boolean tookPlace(UUID leadId) {
        return held.contains(leadId);
    }
}
