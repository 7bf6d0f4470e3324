package io.doorstep.booking;

import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Members;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.audit.AuditLog;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Replaces a member's week. Appointments that stand outside of the new hours stay: people agreed on them. */
@Component
class SetWorkingHours {

    private static final int MOST_LINES = 28;

    private final Availability availability;
    private final Members members;

    private final AuditLog audit;

    SetWorkingHours(Availability availability, Members members, AuditLog audit) {
        this.availability = availability;
        this.members = members;
        this.audit = audit;
    }

    /** One's own, or anybody's for owners and admins. */
    @Transactional
    CalendarController.WorkingWeek of(UUID memberId, CalendarController.WorkingWeek wanted, CurrentMember current) {
        if (!memberId.equals(current.memberId()) || !current.role().mayWrite()) current.requireAdmin();
        var shifts = shifts(wanted.hours());
        if (!members.setTimeZone(memberId, zone(wanted.timeZone()))) {
            throw Refusal.NotFound.of("member").asException();
        }
        availability.forget(memberId);
        shifts.forEach(shift -> availability.add(memberId, shift));
        audit.record(
                "member.working-hours",
                "member",
                memberId.toString(),
                Map.of(
                        "name",
                        members.find(memberId).orElseThrow().name(),
                        "hours",
                        shifts.size(),
                        "timeZone",
                        String.valueOf(wanted.timeZone())));
        return wanted;
    }

    private static List<Shift> shifts(@Nullable List<CalendarController.WeekLine> lines) {
        if (lines == null || lines.size() > MOST_LINES) {
            throw Refusal.Invalid.field("hours", "must be a list of at most " + MOST_LINES + " lines.")
                    .asException();
        }
        var shifts = new ArrayList<Shift>();
        for (int at = 0; at < lines.size(); at++) shifts.add(shift(lines.get(at), "hours[" + at + "]"));
        shifts.sort(Comparator.comparing(Shift::weekday).thenComparing(Shift::opens));
        for (int at = 1; at < shifts.size(); at++) {
            var before = shifts.get(at - 1);
            if (before.weekday() == shifts.get(at).weekday()
                    && before.closes().isAfter(shifts.get(at).opens())) {
                throw Refusal.Invalid.field(
                                "hours", "overlap on %s; leave one of them out.".formatted(before.weekday()))
                        .asException();
            }
        }
        return shifts;
    }

    private static Shift shift(CalendarController.WeekLine line, String field) {
        if (line.weekday() < 1 || line.weekday() > 7) {
            throw Refusal.Invalid.field(field + ".weekday", "must be from 1 (Monday) to 7.")
                    .asException();
        }
        if (line.opens() == null || line.closes() == null || !line.opens().isBefore(line.closes())) {
            throw Refusal.Invalid.field(field + ".closes", "must be later than it opens.")
                    .asException();
        }
        return new Shift(DayOfWeek.of(line.weekday()), line.opens(), line.closes());
    }

    private static ZoneId zone(@Nullable String name) {
        if (name != null && ZoneId.getAvailableZoneIds().contains(name)) return ZoneId.of(name);
        throw Refusal.Invalid.field("timeZone", "is not a time zone such as America/Chicago.")
                .asException();
    }
}
