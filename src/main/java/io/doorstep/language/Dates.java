package io.doorstep.language;

import static io.doorstep.language.Vocabulary.MONTH;
import static io.doorstep.language.Vocabulary.WEEKDAY;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as people write them: "the 4th of this month", "Sunday this week", "March 7", "7/3", "day after tomorrow". */
final class Dates {

    private static final String ORDINAL = "\\d{1,2} ?(?:st|nd|rd|th)";

    private static final Pattern DAY = Pattern.compile("\\b(?:"
            + "(?<iso>20\\d\\d-\\d\\d-\\d\\d)"
            + "|(?<dm>(?:the )?(?<dmd>\\d{1,2})(?: ?(?:st|nd|rd|th))?(?: of)? (?<dmm>" + MONTH + ")\\b)"
            + "|(?<md>(?<mdm>" + MONTH
            + ")\\.? (?:the )?(?<mdd>\\d{1,2})(?: ?(?:st|nd|rd|th))?(?![\\d:]|\\s?(?:am|pm)))"
            + "|(?<tm>(?:the )?(?<tmd>\\d{1,2})(?: ?(?:st|nd|rd|th))? (?:of )?(?<tmw>this|the|next|coming) month)"
            + "|(?<ww>(?<wwd>" + WEEKDAY + ")(?:,? (?:of )?(?<www>this|next|coming|the following) week))"
            + "|(?<rw>(?<rww>this|next|coming|this coming|the following) (?<rwd>" + WEEKDAY
            + ")\\b(?<rwn> (?:this|next) week)?)"
            + "|(?<dat>(?:the )?day after tomorrow)|(?<tom>tomorrow)|(?<tod>(?:later )?today|tonight|this (?:morning|afternoon|evening))"
            + "|(?<wkd>(?:this|next|the) weekend)|(?<nw>(?:later )?(?:this|next) week)"
            + "|(?<in>in (?<inn>\\d{1,2}|two|three|four|five) (?<inu>days?|weeks?))"
            + "|(?<us>(?<usm>\\d{1,2})/(?<usd>\\d{1,2})(?:/(?:20)?\\d\\d)?)(?![\\d/])"
            + "|(?<ord>(?:the )?(?<ordd>\\d{1,2}) ?(?:st|nd|rd|th)\\b)"
            + "|(?<wd>(?<wdd>" + WEEKDAY + ")s?\\b))");

    private static final Pattern PART_OF_DAY = Pattern.compile(" (?:in the )?(?:morning|afternoon|evening|night)\\b");

    private static final Pattern ABBREVIATED = Pattern.compile("mon|tue|wed|thu|fri|sat|sun|thur|thurs|tues|weds");
    private static final Pattern BEFORE_ABBREVIATION =
            Pattern.compile("(?:\\b(?:on|this|next|by|or|and|every|for|to|like|about|is)|^|,) ?$");

    /** Nobody names more days than this in one message. */
    private static final int MOST = 30;

    private Dates() {}

    static List<DatePhrase> in(String text, LocalDate today) {
        var folded = Fold.of(text);
        var phrases = new ArrayList<DatePhrase>();
        var day = DAY.matcher(folded);
        while (day.find() && phrases.size() < MOST) {
            if (isFloor(folded, day)) continue;
            var phrase = phrase(text, folded, day, today);
            if (phrase != null) phrases.add(phrase);
        }
        return phrases;
    }

    /** "the 2nd floor", "the 1st one" are no days. */
    private static boolean isFloor(String folded, Matcher day) {
        return day.group("ord") != null
                && folded.substring(day.end(), Math.min(folded.length(), day.end() + 20))
                        .matches("(?s) (?:floor|one|option|apartment|place|house|listing|bed|home|street|avenue|st"
                                + "|ave|and main)\\b.*");
    }

    private static @Nullable DatePhrase phrase(String text, String folded, Matcher day, LocalDate today) {
        try {
            var date = date(day, today);
            var weekday = weekday(day);
            if (weekday != null && day.group("wd") != null && !isWeekday(folded, day)) return null;
            // "Monday" said on a Monday is the next one: for the same day people say "today"
            if (date == null && weekday != null) date = today.with(TemporalAdjusters.next(weekday));
            if (date != null) weekday = date.getDayOfWeek();
            int end = day.end();
            var part = PART_OF_DAY.matcher(folded).region(end, folded.length());
            if (part.lookingAt()) end = part.end();
            return new DatePhrase(text.substring(day.start(), end), day.start(), end, date, weekday, null);
        } catch (DateTimeException impossible) {
            // "February 30": words that name no day are no date
            return null;
        }
    }

    /** "sat" and "sun" are verbs and weather too. */
    private static boolean isWeekday(String folded, Matcher day) {
        if (!ABBREVIATED.matcher(day.group("wdd")).matches()) return true;
        return BEFORE_ABBREVIATION
                .matcher(folded.substring(Math.max(0, day.start() - 8), day.start()))
                .find();
    }

    private static @Nullable LocalDate date(Matcher day, LocalDate today) {
        if (day.group("iso") != null) return LocalDate.parse(day.group("iso"));
        if (day.group("dm") != null) return nextOn(month(day.group("dmm")), number(day.group("dmd")), today);
        if (day.group("md") != null) return nextOn(month(day.group("mdm")), number(day.group("mdd")), today);
        if (day.group("us") != null) return nextOn(number(day.group("usm")), number(day.group("usd")), today);
        if (day.group("tm") != null) {
            var base =
                    "next".equals(day.group("tmw")) || "coming".equals(day.group("tmw")) ? today.plusMonths(1) : today;
            return LocalDate.of(base.getYear(), base.getMonth(), number(day.group("tmd")));
        }
        if (day.group("ord") != null) return nextDayOfMonth(number(day.group("ordd")), today);
        if (day.group("dat") != null) return today.plusDays(2);
        if (day.group("tom") != null) return today.plusDays(1);
        if (day.group("tod") != null) return today;
        if (day.group("ww") != null) return inWeek(day.group("wwd"), "this".equals(day.group("www")) ? 0 : 1, today);
        if (day.group("rwn") != null)
            return inWeek(day.group("rwd"), day.group("rwn").contains("next") ? 1 : 0, today);
        if (day.group("in") != null) {
            int count = (int) Vocabulary.number(day.group("inn"));
            return today.plusDays(day.group("inu").startsWith("week") ? 7L * count : count);
        }
        return null;
    }

    private static @Nullable DayOfWeek weekday(Matcher day) {
        if (day.group("rw") != null) return dayOfWeek(day.group("rwd"));
        if (day.group("wd") != null) return dayOfWeek(day.group("wdd"));
        return null;
    }

    private static LocalDate inWeek(String weekday, int weeksAhead, LocalDate today) {
        var monday =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(weeksAhead);
        return monday.with(TemporalAdjusters.nextOrSame(dayOfWeek(weekday)));
    }

    private static LocalDate nextOn(int month, int dayOfMonth, LocalDate today) {
        var thisYear = LocalDate.of(today.getYear(), month, dayOfMonth);
        return thisYear.isBefore(today) ? LocalDate.of(today.getYear() + 1, month, dayOfMonth) : thisYear;
    }

    private static LocalDate nextDayOfMonth(int dayOfMonth, LocalDate today) {
        if (dayOfMonth < 1 || dayOfMonth > 31) throw new DateTimeException("no such day");
        var month = today.withDayOfMonth(1);
        while (month.lengthOfMonth() < dayOfMonth
                || month.withDayOfMonth(dayOfMonth).isBefore(today)) month = month.plusMonths(1);
        return month.withDayOfMonth(dayOfMonth);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    static int month(String name) {
        return switch (name.substring(0, 3)) {
            case "jan" -> 1;
            case "feb" -> 2;
            case "mar" -> 3;
            case "apr" -> 4;
            case "may" -> 5;
            case "jun" -> 6;
            case "jul" -> 7;
            case "aug" -> 8;
            case "sep" -> 9;
            case "oct" -> 10;
            case "nov" -> 11;
            default -> 12;
        };
    }

    private static DayOfWeek dayOfWeek(String name) {
        return switch (name.substring(0, 2)) {
            case "mo" -> DayOfWeek.MONDAY;
            case "tu", "te" -> DayOfWeek.TUESDAY;
            case "we" -> DayOfWeek.WEDNESDAY;
            case "th" -> DayOfWeek.THURSDAY;
            case "fr", "fi" -> DayOfWeek.FRIDAY;
            case "sa" -> DayOfWeek.SATURDAY;
            default -> DayOfWeek.SUNDAY;
        };
    }
}
