package io.doorstep.assistant;

import static java.util.stream.Collectors.groupingBy;

import io.doorstep.booking.Slot;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Picks what to offer out of all that is free: a few times on up to three days, near what the lead asked for. Pure. */
record SlotMenu(ZoneId zone, List<Day> days) {

    static final int DAYS = 3;
    static final int TIMES_A_DAY = 4;

    /** @param free how many times are free on that day in all */
    record Day(LocalDate date, int free, List<Slot> slots) {}

    /** When the lead would like to come, as far as it is known. */
    record Wish(@Nullable LocalDate date, @Nullable LocalTime time) {
        static final Wish ANY = new Wish(null, null);
    }

    /** @param not what was offered before and is not wanted */
    static SlotMenu of(List<Slot> free, ZoneId zone, Wish wish, Collection<String> not) {
        var byDay = free.stream()
                .filter(slot -> !not.contains(slot.id()))
                .filter(slot -> wish.date == null || !dateOf(slot, zone).isBefore(wish.date))
                .collect(groupingBy(slot -> dateOf(slot, zone), TreeMap::new, Collectors.toList()));
        var days = byDay.entrySet().stream()
                .limit(DAYS)
                .map(day -> new Day(day.getKey(), day.getValue().size(), pick(day.getValue(), zone, wish.time)))
                .toList();
        return new SlotMenu(zone, days);
    }

    List<Slot> slots() {
        return days.stream().flatMap(day -> day.slots.stream()).toList();
    }

    /** What is said in words, the rest is shown: one time of each day, or those of the one day. */
    List<Slot> said(Wish wish) {
        if (days.size() == 1) return days.getFirst().slots.stream().limit(DAYS).toList();
        return days.stream().map(day -> nearest(day.slots, wish.time)).toList();
    }

    private Slot nearest(List<Slot> slots, @Nullable LocalTime time) {
        if (time == null) return slots.getFirst();
        return slots.stream()
                .min(Comparator.comparing(slot -> distance(slot, zone, time)))
                .orElseThrow();
    }

    boolean isEmpty() {
        return days.isEmpty();
    }

    /** Around the wished time, else spread over the day. */
    private static List<Slot> pick(List<Slot> free, ZoneId zone, @Nullable LocalTime time) {
        if (free.size() <= TIMES_A_DAY) return free;
        if (time != null) {
            return free.stream()
                    .sorted(Comparator.comparing(slot -> distance(slot, zone, time)))
                    .limit(TIMES_A_DAY)
                    .sorted(Comparator.comparing(Slot::startsAt))
                    .toList();
        }
        var picked = new ArrayList<Slot>();
        for (int at = 0; at < TIMES_A_DAY; at++) picked.add(free.get(at * (free.size() - 1) / (TIMES_A_DAY - 1)));
        return picked;
    }

    private static Duration distance(Slot slot, ZoneId zone, LocalTime time) {
        return Duration.between(time, LocalTime.ofInstant(slot.startsAt(), zone))
                .abs();
    }

    private static LocalDate dateOf(Slot slot, ZoneId zone) {
        return LocalDate.ofInstant(slot.startsAt(), zone);
    }
}
