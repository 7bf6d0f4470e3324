package io.doorstep.language;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By when the lead wants to move: "before school starts", "by the end of July", "in three months", "asap", "no rush".
 */
final class Timelines {

    private static final String COUNT =
            "(?<n>\\d{1,3}|(?:a )?(?:couple(?: of)?|few)|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen)";

    private static final Pattern TIMELINE = Pattern.compile("\\b(?:"
            + "(?<asap>asap|as soon as possible|right away|immediately|urgently|as quickly as possible|as soon as (?:we|i) (?:find|can|get|sell)|(?:now|today)(?= please|\\W*$)"
            + "|straight away|yesterday|very soon|quickly)"
            + "|(?<norush>no (?:rush|hurry)|not in a (?:rush|hurry)|just (?:looking|browsing|curious)"
            + "|whenever|someday|no time ?frame|not any ?time soon|in no (?:rush|hurry))"
            + "|(?<school>before (?:the )?(?:new )?school (?:starts|begins|year(?: starts| begins)?)"
            + "|by (?:the )?(?:start of )?(?:the )?(?:new )?school year)"
            + "|(?<another>another (?<au>year|month))"
            + "|(?<within>(?:within|in|over|less than|about|around|next|the next|not for|maybe|at least)(?: the)?(?: next| about"
            + "| another| around| roughly| maybe)? "
            + COUNT
            + "(?:(?: ?-| ?to| or) ?(?<n2>\\d{1,2}|two|three|four|five|six))? (?<unit>days?|weeks?|months?"
            + "|years?)(?! lease| old| ago))"
            + "|(?<end>(?:by |before |at |until )?(?:the )?(?<part>end|middle|mid|beginning|start|early"
            + "|late)[ -](?:of )?(?:the )?(?<pm>"
            + Vocabulary.MONTH
            + "|(?:this|next) (?:month|year)|year|month|summer|spring|fall|autumn|winter)\\b)"
            + "|(?<month>(?:by|before|in|around|for|this|next|until|come|since|ends?(?: in)?|starts? in) (?<m>"
            + Vocabulary.MONTH + ")\\b(?! ?\\d))"
            + "|(?<season>(?:by|before|in|this|next|over|for|during|early|late)(?: in)?(?: the)?(?: this| next)? (?<se>summer|spring"
            + "|fall|autumn|winter|christmas|thanksgiving|new year'?s?|holidays)\\b)"
            + "|(?<next>(?:by |before |in )?(?<nx>next month|this month|next year|this year|the new year"
            + "|the year's end)))");

    private static final Pattern SPAN = Pattern.compile("\\b" + COUNT
            + "(?:(?: ?-| ?to| or) ?(?<n2>\\d{1,2}|two|three|four|five|six))? (?<unit>days?|weeks?|months?|years?)\\b");
    private static final Pattern MONTHS = Pattern.compile("\\b" + Vocabulary.MONTH + "\\b(?! ?\\d)");

    private static final Pattern CUE = Pattern.compile(
            "\\b(?:mov(?:e|ing|ed)|buy|purchase|hop(?:e|ing|efully)|settled|close|closing|need (?:it|to|a place"
                    + "|something)|lease|relocat\\w+|by|before|ready|available|timeline|timeframe|start|within"
                    + "|looking to|want to|plan\\w*|find|rush|hurry|looking|browsing|soon|sell|deadline)\\b");

    private static final Pattern DEADLINE = Pattern.compile(
            "\\b(?:move(?: in)?|moving(?: in)?|by|before|lease (?:ends?|ending|is up|runs out|expires)(?: on| in)?"
                    + "|ends?(?: on)?|closing|until|starting|start on|from|be out)(?: (?:by|on|before|around"
                    + "|about))?(?: the)? ?$");

    private static final Pattern NOT_A_MOVE =
            Pattern.compile("\\b(?:visit|viewing|tour|see it|appointment|schedule|book)\\b");

    private Timelines() {}

    static void read(Reading reading) {
        if (!reading.aboutHomes()) return;
        boolean asked = reading.heard.asked(Question.TIMELINE, Question.MOVE_IN);
        TIMELINE.matcher(reading.folded).results().forEach(found -> weigh(reading, found, asked));
        if (asked && !reading.has("timeline")) answer(reading);
        for (var day : Dates.in(reading.text, reading.context.today())) {
            var date = day.date();
            var sentence = reading.sentenceAt(day.start());
            var before = reading.before(day.start());
            boolean deadline = DEADLINE.matcher(before).find()
                    && !NOT_A_MOVE.matcher(before).find();
            boolean answers = asked && !reading.heard.asked(Question.VISIT, Question.VISIT_TIME);
            if (date != null && (deadline && !reading.heard.asked(Question.VISIT, Question.VISIT_TIME) || answers))
                note(reading, day.words(), date, day.start(), day.end(), 0.85);
        }
    }

    /** "30 days", "3 to 6 months", "September or October": enough when asked by when. */
    private static void answer(Reading reading) {
        if (!reading.isShort()) return;
        var span = SPAN.matcher(reading.folded);
        if (span.find()) {
            var words = reading.text.substring(span.start("n"), span.end());
            note(
                    reading,
                    words,
                    after(span.toMatchResult(), reading.context.today()),
                    span.start("n"),
                    span.end(),
                    0.8);
            return;
        }
        MONTHS.matcher(reading.folded).results().forEach(found -> {
            if (found.group().equals("may") && Character.isLowerCase(reading.text.charAt(found.start()))) return;
            var month = upcoming(reading.context.today(), Dates.month(found.group()), 1);
            var words = reading.text.substring(found.start(), found.end());
            note(reading, words, endOfMonth(month), found.start(), found.end(), 0.8);
        });
    }

    private static void weigh(Reading reading, MatchResult found, boolean asked) {
        var sentence = reading.sentenceAt(found.start());
        if (sentence.asksAboutAHome() || Topic.of(sentence.folded()) == Topic.ELSEWHERE) return;
        if (!asked && (!sentence.holds(CUE) || sentence.holds(NOT_A_MOVE))) return;
        var words = reading.text.substring(found.start(), found.end());
        var today = reading.context.today();
        if (found.group("norush") != null) {
            noteOpen(reading, words, found.start(), found.end());
        } else {
            note(reading, words, by(found, today), found.start(), found.end(), 0.85);
        }
    }

    private static @Nullable LocalDate by(MatchResult found, LocalDate today) {
        if (found.group("asap") != null) return today.plusDays(14);
        // most districts in the United States begin in mid-August
        if (found.group("school") != null) return upcoming(today, 8, 15);
        if (found.group("another") != null)
            return found.group("au").equals("year") ? today.plusYears(1) : today.plusMonths(1);
        if (found.group("within") != null) return after(found, today);
        if (found.group("month") != null) {
            var month = upcoming(today, Dates.month(found.group("m")), 1);
            boolean before = found.group("month").startsWith("before")
                    || found.group("month").startsWith("by");
            return before ? month : month.plusMonths(1).minusDays(1);
        }
        if (found.group("end") != null) return partOf(found.group("part"), found.group("pm"), today);
        if (found.group("season") != null) {
            var season = season(found.group("se"), today);
            boolean running = found.group("season").contains("next") && season.isBefore(today.plusDays(60));
            return running ? season.plusYears(1) : season;
        }
        var next = found.group("nx");
        if (next == null) return null;
        if (next.equals("next month")) return endOfMonth(today.plusMonths(1));
        if (next.equals("this month")) return endOfMonth(today);
        return LocalDate.of(next.equals("next year") ? today.getYear() + 1 : today.getYear(), 12, 31);
    }

    private static LocalDate after(MatchResult found, LocalDate today) {
        var said = found.group("n2") != null ? found.group("n2") : found.group("n");
        long count = switch (said) {
            case "a", "an" -> 1;
            case "few", "a few" -> 3;
            case "twelve" -> 12;
            case "couple", "couple of", "a couple", "a couple of" -> 2;
            case "eleven" -> 11;
            case "eighteen" -> 18;
            default -> Character.isDigit(said.charAt(0)) ? Long.parseLong(said) : (long) Vocabulary.number(said);
        };
        return switch (found.group("unit").charAt(0)) {
            case 'd' -> today.plusDays(count);
            case 'w' -> today.plusWeeks(count);
            case 'm' -> today.plusMonths(count);
            default -> today.plusYears(Math.min(count, 50));
        };
    }

    private static LocalDate partOf(String part, String period, LocalDate today) {
        var base = switch (period) {
            case "this month", "month" -> today.withDayOfMonth(1);
            case "next month" -> today.plusMonths(1).withDayOfMonth(1);
            case "year", "this year" -> LocalDate.of(today.getYear(), 12, 1);
            case "next year" -> LocalDate.of(today.getYear() + 1, 12, 1);
            case "summer", "spring", "fall", "autumn", "winter" ->
                season(period, today).withDayOfMonth(1);
            default -> upcoming(today, Dates.month(period), 1);
        };
        return switch (part) {
            case "end", "late" -> endOfMonth(base);
            case "middle", "mid" -> base.withDayOfMonth(15);
            default -> base;
        };
    }

    private static LocalDate season(String name, LocalDate today) {
        return switch (name) {
            case "spring" -> upcoming(today, 5, 31);
            case "summer" -> upcoming(today, 8, 31);
            case "fall", "autumn" -> upcoming(today, 11, 30);
            case "thanksgiving" -> upcoming(today, 11, 26);
            case "christmas" -> upcoming(today, 12, 25);
            case "winter" -> upcoming(today, 2, 28);
            default -> upcoming(today, 12, 31);
        };
    }

    private static LocalDate upcoming(LocalDate today, int month, int day) {
        var date = LocalDate.of(today.getYear(), month, day);
        return endOfMonth(date).isBefore(today) || day > 1 && date.isBefore(today) ? date.plusYears(1) : date;
    }

    private static LocalDate endOfMonth(LocalDate date) {
        return date.withDayOfMonth(date.lengthOfMonth());
    }

    private static void noteOpen(Reading reading, String words, int start, int end) {
        var value = new LinkedHashMap<String, Object>();
        value.put("text", words);
        value.put("horizonDays", 365);
        reading.note("timeline", value, words, start, end, 0.8);
    }

    private static void note(
            Reading reading, String words, @Nullable LocalDate by, int start, int end, double confidence) {
        var value = new LinkedHashMap<String, Object>();
        value.put("text", words);
        if (by != null) {
            value.put("by", by.toString());
            value.put("horizonDays", Math.max(0, ChronoUnit.DAYS.between(reading.context.today(), by)));
        }
        reading.note("timeline", value, words, start, end, confidence);
    }
}
