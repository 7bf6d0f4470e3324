package io.doorstep.booking;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.doorstep.identity.Members;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Agencies;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who works when, who meets whom, and what is still free; days are those of the agency's time zone. */
@Component
@Transactional(readOnly = true)
class TeamCalendar {

    private static final int MOST_DAYS = 42;

    private final AppointmentViews views;
    private final Availability availability;
    private final FreeSlots freeSlots;
    private final Members members;
    private final Agencies agencies;
    private final Clock clock;

    TeamCalendar(
            AppointmentViews views,
            Availability availability,
            FreeSlots freeSlots,
            Members members,
            Agencies agencies,
            Clock clock) {
        this.views = views;
        this.availability = availability;
        this.freeSlots = freeSlots;
        this.members = members;
        this.agencies = agencies;
        this.clock = clock;
    }

    CalendarController.Calendar week(@Nullable LocalDate from, int days) {
        var zone = agencies.current().timeZone();
        var first = from == null ? LocalDate.ofInstant(clock.instant(), zone) : from;
        var window = window(first, days, zone);
        var appointments = views.between(window.from(), window.until());
        var counts = appointments.stream()
                .filter(each -> each.status() != Appointment.Status.CANCELLED)
                .collect(groupingBy(each -> each.member().id(), counting()));
        var team = members.active().stream()
                .map(member -> member.ref())
                .map(ref -> new CalendarController.CalendarMember(
                        ref.id(),
                        ref.name(),
                        ref.initials(),
                        ref.colour(),
                        counts.getOrDefault(ref.id(), 0L).intValue()))
                .toList();
        return new CalendarController.Calendar(zone.getId(), first, days, team, appointments, workingHours());
    }

    private List<CalendarController.MemberHours> workingHours() {
        return availability.hours().stream()
                .map(hours -> new CalendarController.MemberHours(
                        hours.memberId(),
                        hours.weekday().getValue(),
                        hours.opens(),
                        hours.closes(),
                        hours.zone().getId()))
                .toList();
    }

    List<CalendarController.SlotView> slots(@Nullable UUID member, @Nullable LocalDate from, int days, int minutes) {
        if (minutes < 1 || minutes > 480) {
            throw Refusal.Invalid.field("minutes", "must be from 1 to 480.").asException();
        }
        var zone = agencies.current().timeZone();
        var window = window(from == null ? LocalDate.ofInstant(clock.instant(), zone) : from, days, zone);
        var whose = member == null ? List.<UUID>of() : List.of(member);
        return freeSlots
                .of(whose, window.from(), Duration.between(window.from(), window.until()), Duration.ofMinutes(minutes))
                .stream()
                .map(slot -> view(slot, zone))
                .toList();
    }

    static CalendarController.SlotView view(Slot slot, ZoneId zone) {
        return new CalendarController.SlotView(
                slot.id(),
                slot.memberId(),
                slot.startsAt().atZone(zone).toOffsetDateTime(),
                slot.endsAt().atZone(zone).toOffsetDateTime());
    }

    private static Span window(LocalDate first, int days, ZoneId zone) {
        if (days < 1 || days > MOST_DAYS) {
            throw Refusal.Invalid.field("days", "must be from 1 to " + MOST_DAYS + ".")
                    .asException();
        }
        if (first.getYear() < 2000 || first.getYear() > 2200) {
            throw Refusal.Invalid.field("from", "must be a date from 2000 to 2200.")
                    .asException();
        }
        return new Span(
                first.atStartOfDay(zone).toInstant(),
                first.plusDays(days).atStartOfDay(zone).toInstant());
    }
}
