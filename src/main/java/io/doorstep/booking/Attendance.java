package io.doorstep.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When members are at work, by their working hours. */
@Component
public class Attendance {

    private static final Duration AHEAD = Duration.ofDays(14);

    private final Availability availability;
    private final Clock clock;

    Attendance(Availability availability, Clock clock) {
        this.availability = availability;
        this.clock = clock;
    }

    /** From when on the member can answer: now, or when they next begin; empty when they do not work in the next two weeks. */
    @Transactional(readOnly = true)
    public Optional<Instant> from(UUID memberId) {
        var now = clock.instant();
        var window = new Span(now, now.plus(AHEAD));
        return availability.agendas(List.of(memberId), window).stream()
                .flatMap(agenda -> agenda.atWork(window).stream())
                .findFirst();
    }
}
