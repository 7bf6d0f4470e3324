package io.doorstep.booking;

import io.doorstep.identity.CurrentMember;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The team's calendar, working hours and free slots. */
@RestController
@Tag(name = "booking")
class CalendarController {

    private final TeamCalendar calendar;
    private final SetWorkingHours setWorkingHours;
    private final AppointmentViews views;
    private final CalendarFile file;

    CalendarController(
            TeamCalendar calendar, SetWorkingHours setWorkingHours, AppointmentViews views, CalendarFile file) {
        this.calendar = calendar;
        this.setWorkingHours = setWorkingHours;
        this.views = views;
        this.file = file;
    }

    record Calendar(
            String timeZone,
            LocalDate from,
            int days,
            List<CalendarMember> members,
            List<AppointmentView> appointments,
            List<MemberHours> workingHours) {}

    /** @param count appointments in the window that were not called off */
    record CalendarMember(UUID id, String name, String initials, int colour, int count) {}

    /** @param weekday 1 is Monday */
    record MemberHours(UUID memberId, int weekday, LocalTime opens, LocalTime closes, String timeZone) {}

    record FreeTimes(List<SlotView> slots) {}

    record SlotView(String slotId, UUID memberId, OffsetDateTime startsAt, OffsetDateTime endsAt) {}

    record WorkingWeek(String timeZone, List<WeekLine> hours) {}

    record WeekLine(int weekday, LocalTime opens, LocalTime closes) {}

    @GetMapping("/api/calendar")
    Calendar calendar(
            @RequestParam(required = false) @Nullable LocalDate from, @RequestParam(defaultValue = "7") int days) {
        return calendar.week(from, days);
    }

    @GetMapping("/api/slots")
    FreeTimes slots(
            @RequestParam(required = false) @Nullable UUID member,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(defaultValue = "7") int days,
            @RequestParam(defaultValue = "30") int minutes) {
        return new FreeTimes(calendar.slots(member, from, days, minutes));
    }

    @PutMapping("/api/team/{id}/working-hours")
    WorkingWeek setWorkingHours(
            @PathVariable UUID id, @RequestBody WorkingWeek hours, @AuthenticationPrincipal CurrentMember current) {
        return setWorkingHours.of(id, hours, current);
    }

    @GetMapping(path = "/api/appointments/{id}/calendar.ics", produces = "text/calendar")
    ResponseEntity<String> appointmentIcs(@PathVariable UUID id) {
        return file.of(views.find(id));
    }
}
