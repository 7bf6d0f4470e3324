package io.doorstep.language;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and hours in Spanish: "el sábado 16 de mayo a las 10:30 a. m.", "a la 1:00 p. m.". */
final class SpanishTimes {

    private static final Locale SPANISH = Locale.of("es", "US");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d 'de' MMMM", SPANISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", SPANISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("h:mm", SPANISH);

    private SpanishTimes() {}

    static String date(LocalDate date) {
        return date.format(DATE);
    }

    /** "el sábado 16 de mayo a las 10:30 a. m." */
    static String full(ZonedDateTime time) {
        return "el %s %s %s".formatted(time.format(WEEKDAY), time.format(DATE), hour(time.toLocalTime()));
    }

    /** "el sábado a las 10:30 a. m." */
    static String inShort(ZonedDateTime time) {
        return "el %s %s".formatted(time.format(WEEKDAY), hour(time.toLocalTime()));
    }

    static String hour(LocalTime time) {
        var article = time.getHour() % 12 == 1 ? "a la " : "a las ";
        return article + time.format(CLOCK) + (time.getHour() < 12 ? " a. m." : " p. m.");
    }
}
