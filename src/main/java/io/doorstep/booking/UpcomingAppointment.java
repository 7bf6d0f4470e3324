package io.doorstep.booking;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The appointment that a lead looks forward to, if there is one. */
@Component
public class UpcomingAppointment {

    private final Appointments appointments;
    private final Clock clock;

    UpcomingAppointment(Appointments appointments, Clock clock) {
        this.appointments = appointments;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Appointment> of(UUID leadId) {
        return appointments.nextOf(leadId, clock.instant());
    }
}
