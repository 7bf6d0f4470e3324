package io.doorstep.booking;

import io.doorstep.pipeline.Actor;
import io.doorstep.platform.Refusal;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calls an appointment off; its time is free again at once, and its deal gets somebody to find a new one. */
@Component
public class Cancel {

    private final Appointments appointments;
    private final AroundAppointment around;
    private final Clock clock;

    Cancel(Appointments appointments, AroundAppointment around, Clock clock) {
        this.appointments = appointments;
        this.around = around;
        this.clock = clock;
    }

    /** Cancelling what is cancelled changes nothing, whatever the version: a double click is no conflict. */
    @Transactional
    public Appointment cancel(UUID id, int version, @Nullable String reason, Actor actor) {
        var before = appointments.find(id).orElseThrow(Cancel::unknown);
        if (before.status() == Appointment.Status.CANCELLED) return before;
        if (appointments.settle(id, version, Appointment.Status.CANCELLED, null) == 0) {
            throw Reschedule.stale(appointments.find(id).orElseThrow(Cancel::unknown));
        }
        appointments.record(id, "CANCELLED", before.startsAt(), actor, reason, clock.instant());
        var after = appointments.find(id).orElseThrow(Cancel::unknown);
        around.cancelled(after, actor);
        return after;
    }

    static RuntimeException unknown() {
        return Refusal.NotFound.of("appointment").asException();
    }
}
