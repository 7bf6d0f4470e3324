package io.doorstep.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What can be booked: inside working hours, not booked yet, and far enough ahead for the member to get there. */
@Component
public class FreeSlots {

    static final Duration NOTICE = Duration.ofHours(2);
    static final Duration HORIZON = Duration.ofDays(60);

    private final Availability availability;
    private final Clock clock;

    FreeSlots(Availability availability, Clock clock) {
        this.availability = availability;
        this.clock = clock;
    }

    /**
     * Free slots that start in {@code [from, from + ahead)}, by time; nothing further than {@link #HORIZON} ahead.
     *
     * @param members whose; empty for everyone's
     */
    @Transactional(readOnly = true)
    public List<Slot> of(Collection<UUID> members, Instant from, Duration ahead, Duration length) {
        var now = clock.instant();
        var horizon = now.plus(HORIZON);
        var until = from.plus(ahead).isBefore(horizon) ? from.plus(ahead) : horizon;
        if (!from.isBefore(until)) return List.of();
        var window = new Span(from, until);
        return availability.agendas(members, window).stream()
                .flatMap(agenda -> agenda.free(window, length, now.plus(NOTICE)).stream())
                .sorted(Comparator.comparing(Slot::startsAt).thenComparing(Slot::memberId))
                .toList();
    }

    /** Whether the slot could be offered now. Only the database can promise that it still is free. */
    @Transactional(readOnly = true)
    public boolean holds(Slot slot) {
        return of(List.of(slot.memberId()), slot.startsAt(), Duration.ofSeconds(1), slot.length())
                .contains(slot);
    }

    /** What to offer instead of a taken slot: the member's next ones from about that time on. */
    @Transactional(readOnly = true)
    public List<Slot> insteadOf(Slot taken, int limit) {
        return of(List.of(taken.memberId()), taken.startsAt(), Duration.ofDays(14), taken.length()).stream()
                .limit(limit)
                .toList();
    }
}
