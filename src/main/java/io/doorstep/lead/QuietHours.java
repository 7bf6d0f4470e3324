package io.doorstep.lead;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a text message that the agency begins may reach a person: 8 to 21 h by the clock where they are (47 CFR 64.1200), narrower in some
 * states. A direct answer to a message of theirs is no such message and is not asked about here. Pure.
 */
public final class QuietHours {

    private record Day(LocalTime opens, LocalTime closes) {
        static Day hours(int opens, int closes) {
            return new Day(LocalTime.of(opens, 0), LocalTime.of(closes, 0));
        }
    }

    /** @param sunday where it differs; {@code saturday} likewise */
    private record Week(Day day, Day saturday, Day sunday) {
        static Week all(int opens, int closes) {
            var day = Day.hours(opens, closes);
            return new Week(day, day, day);
        }

        Day on(DayOfWeek weekday) {
            return weekday == SUNDAY ? sunday : weekday == SATURDAY ? saturday : day;
        }
    }

    private static final Week STANDARD = Week.all(8, 21);

    /** By postal abbreviation; every other state has the standard. */
    private static final Map<String, Week> STRICTER = Map.of(
            "FL", Week.all(8, 20),
            "MD", Week.all(8, 20),
            "MS", Week.all(8, 20),
            "NJ", Week.all(8, 20),
            "OK", Week.all(8, 20),
            "CT", Week.all(9, 20),
            "TX", new Week(Day.hours(8, 21), Day.hours(8, 21), Day.hours(12, 21)),
            "RI", new Week(Day.hours(9, 18), Day.hours(10, 17), Day.hours(10, 17)));

    /** Where a person may be whose place nobody knows: it must be day in all of them. */
    static final Set<ZoneId> CONTINENTAL = Stream.of(
                    "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles")
            .map(ZoneId::of)
            .collect(Collectors.toUnmodifiableSet());

    /** Enough for any two of the world's zones to have their day at the same time, or never. */
    private static final int MOST_STEPS = 50;

    private QuietHours() {}

    /**
     * Where somebody may be.
     *
     * @param zones all that come into question
     * @param state postal abbreviation of the US state that the number is from, if it is known
     */
    public record Whereabouts(Set<ZoneId> zones, @Nullable String state) {

        public Whereabouts {
            zones = zones.isEmpty() ? CONTINENTAL : Set.copyOf(zones);
        }
    }

    /**
     * The first moment, from {@code now} on, at which it is day in every zone that comes into question; {@code now} itself when it is.
     * Zones that share no hours have none: then it is the next day of the last one asked, which is the best there is.
     */
    public static Instant over(Whereabouts person, Instant now) {
        var week = person.state() == null ? STANDARD : STRICTER.getOrDefault(person.state(), STANDARD);
        var moment = now;
        for (int step = 0; step < MOST_STEPS; step++) {
            var from = moment;
            var next = person.zones().stream()
                    .map(zone -> open(week, zone, from))
                    .max(Instant::compareTo)
                    .orElse(from);
            if (next.equals(moment)) return moment;
            moment = next;
        }
        return moment;
    }

    private static Instant open(Week week, ZoneId zone, Instant from) {
        var day = LocalDate.ofInstant(from, zone);
        var hours = week.on(day.getDayOfWeek());
        var opens = day.atTime(hours.opens()).atZone(zone).toInstant();
        if (from.isBefore(opens)) return opens;
        if (from.isBefore(day.atTime(hours.closes()).atZone(zone).toInstant())) return from;
        var next = day.plusDays(1);
        return next.atTime(week.on(next.getDayOfWeek()).opens()).atZone(zone).toInstant();
    }
}
