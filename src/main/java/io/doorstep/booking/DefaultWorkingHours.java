package io.doorstep.booking;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;

import io.doorstep.tenancy.AgencyProvisioner;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Monday to Friday nine to six, Saturday ten to four: hours in which a new agency can be booked at once. */
@Component
public class DefaultWorkingHours implements AgencyProvisioner {

    private final Availability availability;

    DefaultWorkingHours(Availability availability) {
        this.availability = availability;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void provision(NewAgency agency) {
        give(agency.ownerId());
    }

    /** For a member who has none yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void give(UUID memberId) {
        for (int day = MONDAY.getValue(); day <= FRIDAY.getValue(); day++) {
            availability.add(memberId, new Shift(DayOfWeek.of(day), LocalTime.of(9, 0), LocalTime.of(18, 0)));
        }
        availability.add(memberId, new Shift(SATURDAY, LocalTime.of(10, 0), LocalTime.of(16, 0)));
    }
}
