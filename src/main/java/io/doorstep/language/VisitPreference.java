package io.doorstep.language;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When the lead wants to see a home, as far as said: words, date, weekday, time. */
record VisitPreference(
        String text,
        @Nullable LocalDate date,
        @Nullable String day,
        @Nullable LocalTime time) {

    private static final Pattern PART_OF_DAY = Pattern.compile("\\b(?:morning|afternoon|evening|night)\\b");

    static final String KEY = "visitPreference";

    static VisitPreference of(@Nullable DatePhrase day, @Nullable DatePhrase time, @Nullable VisitPreference known) {
        var words = day != null ? day.words() : known != null ? known.text : time != null ? time.words() : "";
        var date = day != null ? day.date() : known != null ? known.date : null;
        var weekday = day != null ? name(day.day()) : known != null ? known.day : null;
        var hour = time != null ? time.time() : known != null ? known.time : null;
        return new VisitPreference(words, date, weekday, hour);
    }

    static VisitPreference at(ZonedDateTime start, String label) {
        return new VisitPreference(label, start.toLocalDate(), name(start.getDayOfWeek()), start.toLocalTime());
    }

    static @Nullable VisitPreference known(DialogueContext context) {
        var fact = context.known().get(KEY);
        if (fact == null || !(fact.value() instanceof Map<?, ?> map)) return null;
        return new VisitPreference(
                map.get("text") instanceof String text ? text : "",
                date(map.get("date")),
                map.get("day") instanceof String day ? day : null,
                time(map.get("time")));
    }

    /** Known facts can come from another engine or by hand: what is no date is left out. */
    private static @Nullable LocalDate date(@Nullable Object value) {
        try {
            return value instanceof String date ? LocalDate.parse(date) : null;
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static @Nullable LocalTime time(@Nullable Object value) {
        try {
            return value instanceof String time ? LocalTime.parse(time) : null;
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static @Nullable String name(@Nullable DayOfWeek day) {
        return day == null ? null : day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    Map<String, Object> value() {
        var value = new LinkedHashMap<String, Object>();
        value.put("text", text);
        if (date != null) value.put("date", date.toString());
        if (day != null) value.put("day", day);
        if (time != null) value.put("time", time.toString());
        var part = PART_OF_DAY.matcher(Fold.of(text));
        if (part.find()) value.put("part", part.group());
        return value;
    }

    private String display() {
        return time == null || text.contains(":") ? text : text + ", " + time;
    }

    void noteFrom(Reading reading, int start, int end, double confidence) {
        reading.note(KEY, value(), display(), start, end, confidence);
    }

    void inferFrom(Reading reading, int start, int end, double confidence) {
        reading.infer(KEY, value(), display(), start, end, confidence);
    }
}
