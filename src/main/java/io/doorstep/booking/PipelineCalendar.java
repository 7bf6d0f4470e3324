package io.doorstep.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the pipeline's guards what the calendar says about a lead. */
@Component
class PipelineCalendar implements io.doorstep.pipeline.Appointments {

    private final Appointments appointments;
    private final Clock clock;

    PipelineCalendar(Appointments appointments, Clock clock) {
        this.appointments = appointments;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> next(UUID leadId) {
        return appointments.nextOf(leadId, clock.instant()).map(Appointment::startsAt);
    }

    @Override
    public boolean tookPlace(UUID leadId) {
        return appointments.tookPlace(leadId);
    }
}
