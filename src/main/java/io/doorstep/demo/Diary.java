package io.doorstep.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;

/** Half hours of the members' days, each given once, so that no two appointments of one member overlap. */
final class Diary {

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 30);

    private record Taken(int member, Instant start) {}

    private final ZoneId zone;
    private final Set<Taken> taken = new HashSet<>();

    Diary(ZoneId zone) {
        this.zone = zone;
    }

    /** The member's first free hour at or after the moment, on a weekday. */
    Instant hourFrom(int member, Instant wanted) {
        var time = wanted.atZone(zone)
                .withMinute(wanted.atZone(zone).getMinute() < 30 ? 30 : 0)
                .withSecond(0)
                .withNano(0);
        if (wanted.atZone(zone).getMinute() >= 30) {
            time = time.plusHours(1);
        }
        while (true) {
            var weekend = time.getDayOfWeek() == DayOfWeek.SATURDAY || time.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (weekend || time.toLocalTime().isAfter(CLOSES.minusHours(1))) {
                time = time.plusDays(1).with(OPENS);
            } else if (time.toLocalTime().isBefore(OPENS)) {
                time = time.with(OPENS);
            } else if (taken.contains(new Taken(member, time.toInstant()))
                    || taken.contains(new Taken(member, time.plusMinutes(30).toInstant()))) {
                time = time.plusMinutes(30);
            } else {
                taken.add(new Taken(member, time.toInstant()));
                taken.add(new Taken(member, time.plusMinutes(30).toInstant()));
                return time.toInstant();
            }
        }
    }
}
