package io.doorstep.language.spanish;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days in English order: "el 15 de agosto", "el sábado que viene", "el día 5", "25/8". Numbers are digits already. */
final class Days {

    private static final List<String> MONTHS = List.of(
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre");

    private static final List<String> ENGLISH_MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private static final List<String> WEEKDAYS =
            List.of("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo");

    private static final List<String> ENGLISH_WEEKDAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    private static final String MONTH = "(?:" + String.join("|", MONTHS) + "|setiembre)";
    private static final String WEEKDAY = "(?:" + String.join("|", WEEKDAYS) + ")";

    private static final Pattern DATE =
            Pattern.compile("\\b(?:el )?(?:dia )?(?<d>\\d{1,2}|primero|1ro|1o) (?:de |del )?(?<m>" + MONTH + ")\\b"
                    + "(?:(?: de| del)? (?<y>20\\d\\d))?");

    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<![\\d/])(?<d>1[3-9]|2\\d|3[01])/(?<m>1[0-2]|0?[1-9])(?![\\d/])");

    private static final Pattern OF_MONTH = Pattern.compile("\\b(?:el )(?:dia )?(?<d>[12]?\\d|3[01])"
            + "(?![\\d:/]|[.,]\\d| ?(?:de |del |%|mil|k\\b|am\\b|pm\\b|a\\.m|rec|hab|dorm|banos?|por|y media))\\b");

    private static final String NEXT = "(?:que viene|que entra|proximo|siguiente|entrante)";

    private static final Pattern NAMED = Pattern.compile("\\b(?:(?<this>este) (?<w>" + WEEKDAY + ")"
            + "|(?:el )?(?:proximo|siguiente) (?<w2>" + WEEKDAY + ")"
            + "|(?:el )?(?<w3>" + WEEKDAY + ") " + NEXT
            + "|(?:el )?(?<w4>" + WEEKDAY
            + ") de (?:la (?<nw>proxima semana|semana que viene|semana entrante)|esta semana)"
            + "|(?<on>el |los )?(?<w5>" + WEEKDAY + "|sabados|domingos))\\b");

    private Days() {}

    static MappedText in(MappedText text) {
        return text.rewritten(DATE, Days::date)
                .rewritten(DAY_FIRST, found -> month(found.group("m")) + " " + found.group("d"))
                .rewritten(OF_MONTH, found -> "the " + ordinal(found.group("d")))
                .rewritten(NAMED, Days::weekday);
    }

    /** Whether a word is a day or a month, which some write with a capital. */
    static boolean names(String plain) {
        return WEEKDAYS.contains(plain) || MONTHS.contains(plain);
    }

    private static @Nullable String date(MatchResult found) {
        var said = found.group("d");
        int day = Character.isDigit(said.charAt(0)) ? Integer.parseInt(said.replaceAll("\\D", "")) : 1;
        if (day < 1 || day > 31) return null;
        int month = MONTHS.indexOf(found.group("m").replace("setiembre", "septiembre"));
        var year = found.group("y");
        return year == null
                ? ENGLISH_MONTHS.get(month) + " " + day
                : String.format(Locale.ROOT, "%s-%02d-%02d", year, month + 1, day);
    }

    private static String month(String number) {
        return ENGLISH_MONTHS.get(Integer.parseInt(number) - 1);
    }

    private static String ordinal(String digits) {
        var tail = digits.length() == 2 && digits.charAt(0) == '1'
                ? "th"
                : switch (digits.charAt(digits.length() - 1)) {
                    case '1' -> "st";
                    case '2' -> "nd";
                    case '3' -> "rd";
                    default -> "th";
                };
        return digits + tail;
    }

    private static String weekday(MatchResult found) {
        if (found.group("w") != null) return "this " + english(found.group("w"));
        if (found.group("w2") != null) return "coming " + english(found.group("w2"));
        if (found.group("w3") != null) return "coming " + english(found.group("w3"));
        if (found.group("w4") != null)
            return english(found.group("w4")) + (found.group("nw") != null ? " next week" : " this week");
        return (found.group("on") != null ? "on " : "") + english(found.group("w5"));
    }

    private static String english(String weekday) {
        var singular = weekday.equals("sabados") || weekday.equals("domingos")
                ? weekday.substring(0, weekday.length() - 1)
                : weekday;
        return ENGLISH_WEEKDAYS.get(WEEKDAYS.indexOf(singular));
    }
}
