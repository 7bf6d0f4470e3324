package io.doorstep.language.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Figures, times, days and names of an answer that its grounds do not hold. "3 PM" is "3:00 PM", "650k" is "$650,000", "two" is "2". */
final class Figures {

    static final String RULE = "figures.1/";

    private static final Pattern TIME = Pattern.compile(
            "(?<![\\d.:,$])(\\d{1,2})(?::(\\d\\d))?\\s?([ap])\\.?\\s?m\\b|(?<![\\d.:])(\\d{1,2}):(\\d\\d)(?!\\d)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.])\\d[\\d,]*(?:\\.\\d+)?(?:\\s?([km])\\b)?", Pattern.CASE_INSENSITIVE);

    private static final Map<String, Integer> COUNTS = Map.ofEntries(
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("dos", 2),
            Map.entry("tres", 3),
            Map.entry("cuatro", 4),
            Map.entry("cinco", 5),
            Map.entry("seis", 6),
            Map.entry("siete", 7),
            Map.entry("ocho", 8),
            Map.entry("nueve", 9),
            Map.entry("diez", 10));

    private static final Pattern COUNT =
            Pattern.compile("\\b(?:" + String.join("|", COUNTS.keySet()) + ")\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern DAY = Pattern.compile(
            "\\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|tonight|tomorrow|weekend|noon|midnight|hundred|thousand|million"
                    + "|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bados?|domingos?|hoy|mil|mill[oó]n(?:es)?|mediod[ií]a|medianoche"
                    + "|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?= \\d)"
                    + "|(?<=\\d de )(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre))\\b",
            Pattern.CASE_INSENSITIVE);

    /** Capitalised in the midst of a sentence. */
    private static final Pattern NAME = Pattern.compile("(?<=[\\p{L}\\d,][”\"')]? )\\p{Lu}[\\p{L}’'-]+");

    private static final Set<String> NO_NAMES = Set.of(
            "i", "i'm", "i'll", "i've", "i'd", "ok", "okay", "am", "pm", "hoa", "mls", "sms", "english", "spanish",
            "if", "would", "which", "what", "is", "are", "do", "the", "a", "yes", "no", "mr", "mrs", "ms", "dr");

    private Figures() {}

    static List<Objection> unknown(String words, String said) {
        var unknown = new ArrayList<Objection>();
        var times = times(said);
        var numbers = numbers(said);
        var plainSaid = said.toLowerCase(Locale.ROOT);
        TIME.matcher(words)
                .results()
                .filter(time -> !holds(times, time))
                .forEach(time -> unknown.add(figure("time", time)));
        NUMBER.matcher(TIME.matcher(words).replaceAll(" "))
                .results()
                .filter(number -> !numbers.contains(value(number)))
                .forEach(number -> unknown.add(figure("number", number)));
        COUNT.matcher(words)
                .results()
                .filter(count -> !numbers.contains(count(count)))
                .forEach(count -> unknown.add(figure("count", count)));
        DAY.matcher(words)
                .results()
                .filter(day -> !plainSaid.contains(lower(day)))
                .forEach(day -> unknown.add(figure("day", day)));
        NAME.matcher(words)
                .results()
                .filter(name -> !plainSaid.contains(stem(lower(name)))
                        && !NO_NAMES.contains(lower(name).replace('’', '\''))
                        && !DAY.matcher(name.group()).matches())
                .forEach(name -> unknown.add(new Objection(Objection.Kind.UNKNOWN_NAME, RULE + "name", name.group())));
        return unknown;
    }

    private static Objection figure(String rule, MatchResult found) {
        return new Objection(
                Objection.Kind.UNKNOWN_FIGURE, RULE + rule, found.group().strip());
    }

    private static String lower(MatchResult found) {
        return found.group().toLowerCase(Locale.ROOT);
    }

    /** "Nora's" is Nora. */
    private static String stem(String name) {
        return name.replaceFirst("['’]s?$", "");
    }

    private record Time(int minutes, String half) {}

    private static Set<Time> times(String text) {
        var times = new HashSet<Time>();
        TIME.matcher(text).results().map(Figures::time).forEach(times::add);
        return times;
    }

    private static Time time(MatchResult found) {
        var hour = found.group(1) != null ? found.group(1) : found.group(4);
        var minute = found.group(1) != null ? found.group(2) : found.group(5);
        var half = found.group(3) == null ? "" : found.group(3).toLowerCase(Locale.ROOT);
        return new Time(Integer.parseInt(hour) * 60 + (minute == null ? 0 : Integer.parseInt(minute)), half);
    }

    /** A time without its half of the day is one of those that are there. */
    private static boolean holds(Set<Time> times, MatchResult found) {
        var time = time(found);
        return times.stream()
                .anyMatch(each -> each.minutes() == time.minutes()
                        && (time.half().isEmpty() || each.half().equals(time.half())));
    }

    private static Set<BigDecimal> numbers(String text) {
        var numbers = new HashSet<BigDecimal>();
        NUMBER.matcher(text).results().map(Figures::value).forEach(numbers::add);
        COUNT.matcher(text).results().map(Figures::count).forEach(numbers::add);
        return numbers;
    }

    private static BigDecimal count(MatchResult found) {
        return BigDecimal.valueOf(COUNTS.getOrDefault(lower(found), 0));
    }

    private static BigDecimal value(MatchResult found) {
        var digits = found.group().replaceAll("[^\\d.]", "");
        var value = new BigDecimal(digits.endsWith(".") ? digits.substring(0, digits.length() - 1) : digits);
        var unit = found.group(1) == null ? "" : found.group(1).toLowerCase(Locale.ROOT);
        var scaled = unit.equals("k") ? value.movePointRight(3) : unit.equals("m") ? value.movePointRight(6) : value;
        return scaled.stripTrailingZeros().scale() < 0 ? scaled.setScale(0) : scaled.stripTrailingZeros();
    }
}
