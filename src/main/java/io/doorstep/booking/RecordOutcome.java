package io.doorstep.booking;

import io.doorstep.pipeline.Actor;
import io.doorstep.platform.Refusal;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says how an appointment ended. Most teams never do; here a deal does not go on without. */
@Component
public class RecordOutcome {

    private final Appointments appointments;
    private final AroundAppointment around;
    private final Clock clock;

    RecordOutcome(Appointments appointments, AroundAppointment around, Clock clock) {
        this.appointments = appointments;
        this.around = around;
        this.clock = clock;
    }

    @Transactional
    public Appointment record(UUID id, int version, Outcome outcome, @Nullable String note, Actor actor) {
        var before = appointments.find(id).orElseThrow(Cancel::unknown);
        if (before.startsAt().isAfter(clock.instant())) {
            throw new Refusal.Conflict(
                            "not-yet-held", "This appointment is still to come. Reschedule or cancel it instead.")
                    .asException();
        }
        if (appointments.settle(id, version, outcome.status, note) == 0) {
            throw Reschedule.stale(appointments.find(id).orElseThrow(Cancel::unknown));
        }
        appointments.record(id, outcome.name(), before.startsAt(), actor, note, clock.instant());
        var after = appointments.find(id).orElseThrow(Cancel::unknown);
        around.settled(after, outcome, actor);
        return after;
    }
}
