package io.doorstep.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** When one member works, and what is booked already. Pure: no clock, no database. */
record Agenda(UUID memberId, ZoneId zone, List<Shift> shifts, List<Span> busy) {

    /** Slots start on this raster, counted from the opening. */
    static final Duration RASTER = Duration.ofMinutes(30);

    Agenda {
        shifts = List.copyOf(shifts);
        busy = busy.stream().sorted(Comparator.comparing(Span::from)).toList();
    }

    /** The free slots that start in {@code window}, in order; none starts before {@code earliest}. */
    List<Slot> free(Span window, Duration length, Instant earliest) {
        var slots = new ArrayList<Slot>();
        // A day more at either end: the member's date may differ from the asker's.
        var last = LocalDate.ofInstant(window.until(), zone).plusDays(1);
        for (var day = LocalDate.ofInstant(window.from(), zone).minusDays(1);
                !day.isAfter(last);
                day = day.plusDays(1)) {
            for (var shift : shifts) {
                if (shift.weekday() == day.getDayOfWeek()) addFree(slots, onDay(shift, day), window, length, earliest);
            }
        }
        slots.sort(Comparator.comparing(Slot::startsAt));
        return slots;
    }

    boolean works(Instant start, Instant end) {
        var day = LocalDate.ofInstant(start, zone);
        return shifts.stream()
                .filter(shift -> shift.weekday() == day.getDayOfWeek())
                .anyMatch(shift -> onDay(shift, day).holds(start, end));
    }

    /** The first moment of {@code window} in working hours, appointments or not. */
    Optional<Instant> atWork(Span window) {
        return LocalDate.ofInstant(window.from(), zone)
                .datesUntil(LocalDate.ofInstant(window.until(), zone).plusDays(1))
                .flatMap(day -> shifts.stream()
                        .filter(shift -> shift.weekday() == day.getDayOfWeek())
                        .map(shift -> onDay(shift, day)))
                .filter(shift -> shift.until().isAfter(window.from()))
                .map(shift -> shift.from().isBefore(window.from()) ? window.from() : shift.from())
                .filter(window.until()::isAfter)
                .min(Comparator.naturalOrder());
    }

    private void addFree(List<Slot> slots, Span shift, Span window, Duration length, Instant earliest) {
        var start = shift.from();
        while (!start.plus(length).isAfter(shift.until())) {
            var end = start.plus(length);
            var asked = !start.isBefore(earliest) && !start.isBefore(window.from()) && start.isBefore(window.until());
            if (asked && isFree(start, end)) slots.add(new Slot(memberId, start, length));
            start = start.plus(RASTER);
        }
    }

    private boolean isFree(Instant start, Instant end) {
        for (var span : busy) {
            if (!span.from().isBefore(end)) return true;
            if (span.overlaps(start, end)) return false;
        }
        return true;
    }

    /**
     * The shift in real time. Clocks that jump forward shorten it (what opens in the gap opens when the gap ends), clocks that fall
     * back lengthen it (what closes in the repeated hour closes in the second one).
     */
    private Span onDay(Shift shift, LocalDate day) {
        return new Span(instantOf(day.atTime(shift.opens()), true), instantOf(day.atTime(shift.closes()), false));
    }

    private Instant instantOf(LocalDateTime wall, boolean opening) {
        var rules = zone.getRules();
        var offsets = rules.getValidOffsets(wall);
        if (offsets.isEmpty()) return rules.getTransition(wall).getInstant();
        return wall.toInstant(opening ? offsets.getFirst() : offsets.getLast());
    }
}
