package io.doorstep.language.spanish;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times of day: "a las 3 y media de la tarde", "después de las 5", "10 de la mañana". Numbers are digits already. */
final class Clock {

    private static final String BEFORE =
            "a eso de|alrededor de|como a|tipo|sobre|hacia|despues de|a partir de|antes de" + "|hasta|desde|para|a";

    private static final String PART =
            "(?: (?:de|por|en) la (?<part>manana|tarde|noche)| ?(?<half>[ap])\\.? ?m\\b\\.?)";

    private static final String MINUTES =
            "(?:[:.h](?<mm>[0-5]\\d)| y (?<and>media|cuarto|[0-5]\\d)| menos (?<less>cuarto))";

    private static final String NO_HOUR = "(?! ?(?:rec|hab|dorm|cuartos|banos?|opciones|casas|mil|k\\b|%|/))";

    private static final Pattern TIME = Pattern.compile("\\b(?:(?<before>" + BEFORE
            + ") las? (?<h>\\d{1,2}|una)(?![\\d,/])" + NO_HOUR + MINUTES + "?(?: ?(?:hrs?|horas|h)\\b)?" + PART + "?"
            + "|(?:las? )?(?<h2>\\d{1,2}|una)"
            + MINUTES.replace("<mm>", "<mm2>").replace("<and>", "<and2>").replace("<less>", "<less2>")
            + "?" + PART.replace("<part>", "<part2>").replace("<half>", "<half2>")
            + "|(?:las? )?(?<h3>\\d{1,2}) y media)(?!\\w)");

    private Clock() {}

    static MappedText in(MappedText text) {
        return text.rewritten(TIME, Clock::english);
    }

    private static @Nullable String english(MatchResult found) {
        if (found.group("h3") != null) return at(Integer.parseInt(found.group("h3")), 30, "");
        boolean placed = found.group("h") != null;
        var said = found.group(placed ? "h" : "h2");
        int hour = said.equals("una") ? 1 : Integer.parseInt(said);
        int minute = 0;
        var digits = found.group(placed ? "mm" : "mm2");
        var and = found.group(placed ? "and" : "and2");
        if (digits != null) minute = Integer.parseInt(digits);
        if (and != null)
            minute = switch (and) {
                case "media" -> 30;
                case "cuarto" -> 15;
                default -> Integer.parseInt(and);
            };
        if (found.group(placed ? "less" : "less2") != null) {
            hour = hour == 1 ? 12 : hour - 1;
            minute = 45;
        }
        if (hour > 24) return null;
        var time = at(hour, minute, half(found, placed, hour));
        return placed ? preposition(found.group("before")) + " " + time : time;
    }

    private static String half(MatchResult found, boolean placed, int hour) {
        if (hour > 12) return "";
        var half = found.group(placed ? "half" : "half2");
        if (half != null) return half.equals("a") ? " am" : " pm";
        var part = found.group(placed ? "part" : "part2");
        if (part == null) return "";
        return part.equals("manana") ? " am" : " pm";
    }

    private static String at(int hour, int minute, String half) {
        return minute == 0 ? hour + half : String.format(Locale.ROOT, "%d:%02d%s", hour, minute, half);
    }

    private static String preposition(String before) {
        return switch (before) {
            case "despues de", "a partir de" -> "after";
            case "antes de" -> "before";
            case "hasta" -> "until";
            case "desde" -> "from";
            case "a", "para" -> "at";
            default -> "around";
        };
    }
}
