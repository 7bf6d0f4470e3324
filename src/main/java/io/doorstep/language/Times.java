package io.doorstep.language;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day: "2 pm", "at 10:30", "noon", "after 5", "five o'clock". */
final class Times {

    private static final Pattern TIME = Pattern.compile("\\b(?:"
            + "(?<h>\\d{1,2})(?:[:.](?<m>[0-5]\\d))? ?(?<half>a\\.?m\\b|p\\.?m\\b|a\\b(?=\\.m)|o'?clock)"
            + "|(?<wh>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) ?(?<whalf>am\\b|pm\\b|o'?clock)"
            + "|(?<ch>\\d{1,2}):(?<cm>[0-5]\\d)(?![\\d:])"
            + "|(?:at|around|after|before|by|about|from|until|past|for) (?<bh>\\d{1,2})(?![\\d/:.,]?\\d|(?: ?(?:st"
            + "|nd|rd|th|k|%|bed|bath|bd|ba|br|people|days?|weeks?|months?|years?|hours?|minutes?|dollars|credits"
            + "|a month|per)))\\b"
            + "|(?<hp>half past) (?<hh>\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b"
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
        var minute = time.group("m") != null ? time.group("m") : time.group("cm");
        return minute == null ? 0 : Integer.parseInt(minute);
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
        if (time.group("h") != null) return Integer.parseInt(time.group("h"));
        if (time.group("wh") != null) return HOURS.indexOf(time.group("wh"));
        var past = time.group("hh");
        if (past != null) return Character.isDigit(past.charAt(0)) ? Integer.parseInt(past) : HOURS.indexOf(past);
        return Integer.parseInt(time.group("ch") != null ? time.group("ch") : time.group("bh"));
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
