package io.doorstep.booking;

import io.doorstep.tenancy.Agencies;
import io.doorstep.tenancy.Agency;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a lead sees of an appointment of theirs: when, where, with whom, and the times that it could move to. */
@Component
@Transactional(readOnly = true)
class ManagePage {

    private static final Duration LOOK_AHEAD = Duration.ofDays(14);
    private static final int MOST_DAYS = 6;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.ENGLISH);
    private static final DateTimeFormatter YEARLY_DAY =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.ENGLISH);

    private final AppointmentViews views;
    private final FreeSlots freeSlots;
    private final Agencies agencies;
    private final Clock clock;

    ManagePage(AppointmentViews views, FreeSlots freeSlots, Agencies agencies, Clock clock) {
        this.views = views;
        this.freeSlots = freeSlots;
        this.agencies = agencies;
        this.clock = clock;
    }

    /**
     * @param what "Viewing of Alta Vista Cottage"
     * @param day "Saturday, November 28, 2026"; {@code time} "10:30 AM to 11:00 AM", {@code zoneName} "Central Time"
     * @param start for the {@code datetime} of the {@code <time>} element
     * @param changeable it is booked and still to come
     * @param days with free times, for the form that moves it; empty when it is not changeable
     */
    record Model(
            UUID id,
            int version,
            String agencyName,
            int accentHue,
            String what,
            String day,
            String time,
            String zoneName,
            String start,
            String memberName,
            @Nullable String place,
            Appointment.Status status,
            boolean changeable,
            List<Day> days) {}

    record Day(LocalDate date, String label, List<Time> times) {}

    /** @param slotId what the form sends */
    record Time(String slotId, String label) {}

    Model of(UUID appointmentId) {
        var appointment = views.find(appointmentId);
        var agency = agencies.current();
        var now = clock.instant();
        var changeable = appointment.status() == Appointment.Status.BOOKED
                && appointment.startsAt().toInstant().isAfter(now);
        return model(appointment, agency, changeable, changeable ? days(appointment) : List.of());
    }

    private static Model model(AppointmentView appointment, Agency agency, boolean changeable, List<Day> days) {
        var zone = ZoneId.of(appointment.timeZone());
        return new Model(
                appointment.id(),
                appointment.version(),
                agency.name(),
                agency.accentHue(),
                what(appointment),
                YEARLY_DAY.format(appointment.startsAt()),
                TIME.format(appointment.startsAt()) + " to " + TIME.format(appointment.endsAt()),
                zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                appointment.startsAt().toString(),
                appointment.member().name(),
                appointment.place(),
                appointment.status(),
                changeable,
                days);
    }

    private static String what(AppointmentView appointment) {
        return switch (appointment.kind()) {
            case VIEWING -> appointment.listingName() == null ? "Viewing" : "Viewing of " + appointment.listingName();
            case CALL -> "Phone call";
            case CONSULT -> "Meeting";
        };
    }

    private List<Day> days(AppointmentView appointment) {
        var zone = ZoneId.of(appointment.timeZone());
        var length = Duration.between(appointment.startsAt(), appointment.endsAt());
        var byDay = freeSlots.of(List.of(appointment.member().id()), clock.instant(), LOOK_AHEAD, length).stream()
                .collect(Collectors.groupingBy(slot -> LocalDate.ofInstant(slot.startsAt(), zone)));
        var days = new ArrayList<Day>();
        byDay.entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .limit(MOST_DAYS)
                .forEach(entry -> days.add(new Day(
                        entry.getKey(),
                        DAY.format(entry.getKey()),
                        entry.getValue().stream()
                                .map(slot -> new Time(
                                        slot.id(), TIME.format(slot.startsAt().atZone(zone))))
                                .toList())));
        return days;
    }
}
