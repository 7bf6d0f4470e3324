package io.doorstep.language;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day: "2 pm", "at 10:30", "noon", "after 5", "five o'clock". */
final class Times {

    private static final String HOUR = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";

    private static final Pattern TIME = Pattern.compile("\\b(?:"
            + "(?<h>\\d{1,2})(?:[:.](?<m>[0-5]\\d))? ?(?<half>a\\.?m\\b|p\\.?m\\b|(?<=\\d)[ap]\\b(?!\\.\\w)|a\\b(?=\\.m)|o'?clock)"
            + "|(?<wh>" + HOUR + ") ?(?<whalf>am\\b|pm\\b|o'?clock)"
            + "|(?<ch>\\d{1,2}):(?<cm>[0-5]\\d)(?![\\d:])"
            + "|(?:at|around|after|before|by|about|from|until|past|for|like|@) ?(?<bh>\\d{1,2})(?![\\d/:.,]?\\d|(?: ?(?:[ap]\\.?m|st"
            + "|nd|rd|th|k|%|bed|bath|bd|ba|br|apartments?|homes?|houses?|options?|results?|people|days?|weeks?|months?|years?|hours?|minutes?|dollars|credits"
            + "|a month|per)))\\b"
            + "|(?:at|around|after|before|by|like) (?<bw>" + HOUR
            + ")(?! (?:of|[ap]\\.?m|bed|bath|bed ?rooms?|baths?|people|days?|weeks?|months?|years?|hours?|hundred|thousand))\\b"
            + "|(?<ih>\\d{1,2})(?::(?<im>[0-5]\\d))?[ -]?ish\\b"
            + "|(?<quarter>quarter (?:past|after|to|till|of)) (?<qh>\\d{1,2}|" + HOUR + ")\\b"
            + "|(?<hp>half past) (?<hh>\\d{1,2}|" + HOUR + ")\\b"
            + "|(?<noon>noon|midday)|(?<midnight>midnight))");

    private static final List<String> HOURS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private static final int MOST = 30;

    private Times() {}

    static List<DatePhrase> in(String text) {
        var folded = Fold.of(text);
        var phrases = new ArrayList<DatePhrase>();
        var time = TIME.matcher(folded);
        while (time.find() && phrases.size() < MOST) {
            int hour = hour(time, folded);
            if (hour < 0) continue;
            phrases.add(new DatePhrase(
                    text.substring(time.start(), time.end()),
                    time.start(),
                    time.end(),
                    null,
                    null,
                    LocalTime.of(hour, minute(time))));
        }
        return phrases;
    }

    private static int minute(Matcher time) {
        if (time.group("hp") != null) return 30;
        if (time.group("quarter") != null) return isPast(time) ? 15 : 45;
        for (var group : List.of("m", "cm", "im")) {
            if (time.group(group) != null) return Integer.parseInt(time.group(group));
        }
        return 0;
    }

    private static boolean isPast(Matcher time) {
        return time.group("quarter").matches(".*(?:past|after)");
    }

    private static int hour(Matcher time, String folded) {
        if (time.group("noon") != null) return 12;
        if (time.group("midnight") != null) return 0;
        var half = time.group("half") != null ? time.group("half") : time.group("whalf");
        int hour = said(time);
        if (hour > 23) return -1;
        if (half == null || half.startsWith("o"))
            return time.group("ch") != null && hour > 12 ? hour : daytime(hour, folded, time.end());
        if (hour > 12) return half.startsWith("p") ? hour : -1;
        return half.startsWith("p") ? hour % 12 + 12 : hour % 12;
    }

    private static int said(Matcher time) {
        for (var group : List.of("h", "wh", "hh", "ch", "bh", "bw", "ih")) {
            if (time.group(group) != null) return number(time.group(group));
        }
        int hour = number(time.group("qh"));
        return isPast(time) ? hour : hour == 1 ? 12 : hour - 1;
    }

    private static int number(String said) {
        return Character.isDigit(said.charAt(0)) ? Integer.parseInt(said) : HOURS.indexOf(said);
    }

    /** Nobody looks at a home at three in the night: a bare "3" is in the afternoon. */
    private static int daytime(int hour, String folded, int end) {
        var after = folded.substring(end, Math.min(folded.length(), end + 20));
        if (hour == 0 || hour > 12) return -1;
        if (after.contains("morning")) return hour % 12;
        if (after.contains("evening") || after.contains("afternoon") || after.contains("night")) return hour % 12 + 12;
        return hour < 8 ? hour + 12 : hour;
    }
}
