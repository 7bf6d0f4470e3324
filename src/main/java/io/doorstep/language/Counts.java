package io.doorstep.language;

import static io.doorstep.language.Vocabulary.NUMBER;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Bedrooms and bathrooms: "3 bed", "two and a half baths", "2-3 bedrooms", "at least two", or a bare number when just
 * asked.
 */
final class Counts {

    private static final String BED =
            "(?:bed ?rooms?|beds?|bdrms?|bdr|bd|brs?|bhk|habitaciones|rec[aá]maras|dormitorios|cuartos)";
    private static final String BATH = "(?:bath ?rooms?|baths?|ba|bths?|baños?)";
    private static final String ADJECTIVES =
            "(?:(?:full|separate|attached|large|big|small|nice|good|spacious|private|decent|or more|spare"
                    + "|total)[ -]){0,2}";

    private static final Pattern UNITS = Pattern.compile("(?<floor>\\b(?:at least|minimum(?: of)?|no less than) )?"
            + "(?<!\\$)(?<![\\d.,])(?<!\\d/)\\b(?<n>" + NUMBER + "(?: of)?)(?<half> and a half)?(?<plus>\\+| or more)?"
            + "(?: ?(?:-|to|or) ?(?<m>" + NUMBER + "))?[ -]{0,3}" + ADJECTIVES + "(?:(?<bed>" + BED + "|rooms)|(?<bath>"
            + BATH
            + "))\\b(?:(?:,| and| &|/) ?(?<same>bath ?rooms?|baths?)\\b)?");

    /** "Number of bedrooms should be 3". */
    private static final Pattern REVERSED =
            Pattern.compile("\\b(?:(?<bed>bed ?rooms?|beds)|(?<bath>bath ?rooms?|baths))"
                    + "(?: ?[:=] ?| (?:is|are|should be|must be|needed is|count is|would be) )(?<n>" + NUMBER + ")\\b");

    private static final Pattern BARE = Pattern.compile(
            "(?<![\\d$.,:/#])(?<!\\b(?:(?<!make )that|this|the|which|another|nice|good|great|new|other|any|looking for"
                    + "|like) )\\b(?<n>"
                    + NUMBER
                    + ")\\b(?: ?(?:-|to|or) ?(?<m>" + NUMBER
                    + ")\\b)?(?!(?: ?(?:am|pm|k|th|st|nd|rd|%)\\b|[:/.,]\\d| ?(?:people|persons|seats?|bed ?rooms?"
                    + "|beds?|baths?|bath ?rooms?|pets?|dogs?|cats?|cars?|of march|dollars)))");

    /** "A 3/2" is three beds and two baths; elsewhere it could be a day. */
    private static final Pattern SHORTHAND = Pattern.compile(
            "(?:^|\\b(?:an?|the|any|need|want|for) )(?<n>[1-7])/(?<m>[1-5](?:\\.5)?)(?![\\d/])(?! ?(?:at|@|am|pm|or))");

    private static final Pattern STUDIO = Pattern.compile("\\ba? ?studio\\b(?! city)");
    private static final Pattern NO_MATTER =
            Pattern.compile("\\b(?:any|doesn't matter|don't care|no preference|not picky|whatever|either)\\b");

    private static final Pattern ONLY = Pattern.compile("(?:^\\W*|\\b(?:only|just|need|so|for|have) )$");
    private static final Pattern NOT = Pattern.compile("\\bnot $");
    private static final Pattern TAKEN_BACK = Pattern.compile(
            "\\b(?:no|wait|actually|sorry|scratch that|i mean|i meant|make (?:that|it)|rather|or rather)\\b");
    private static final Pattern AT_LEAST =
            Pattern.compile("\\b(?:at least|minimum(?: of)?|no less than|not less than) $");
    private static final Pattern OR_MORE =
            Pattern.compile("^(?:\\+| ?(?:or|and) (?:more|up)\\b| minimum\\b| at least\\b)");

    private Counts() {}

    static void read(Reading reading) {
        if (!reading.aboutHomes()) return;
        UNITS.matcher(reading.folded).results().forEach(found -> note(reading, found));
        REVERSED.matcher(reading.folded).results().forEach(found -> note(reading, found));
        STUDIO.matcher(reading.folded).results().forEach(found -> noteStudio(reading, found));
        SHORTHAND.matcher(reading.folded).results().forEach(found -> noteShorthand(reading, found));
        answer(reading, Question.BEDS, "beds");
        answer(reading, Question.BATHS, "baths");
        var corrected = Corrections.corrected(reading);
        if (corrected != null && !reading.has("beds") && !reading.has("baths")) bare(reading, corrected);
    }

    private static void noteShorthand(Reading reading, MatchResult found) {
        if (reading.sentenceAt(found.start()).asksAboutAHome()) return;
        count(reading, "beds", found.group("n"), found.start(), found.end());
        count(reading, "baths", found.group("m"), found.start(), found.end());
    }

    private static void count(Reading reading, String key, String said, int start, int end) {
        var count = Vocabulary.plain(Vocabulary.number(said));
        reading.note(key, count, count.toString(), start, end, 0.85);
    }

    private static void note(Reading reading, MatchResult found) {
        if (reading.sentenceAt(found.start()).asksAboutAHome()) return;
        boolean bed = found.group("bed") != null;
        double least = Vocabulary.number(found.group("n").replace(" of", ""));
        if (found.namedGroups().containsKey("half") && found.group("half") != null) least += 0.5;
        if (least > 20) return;
        var most = found.namedGroups().containsKey("m") ? found.group("m") : null;
        boolean open = found.namedGroups().containsKey("floor")
                && (found.group("floor") != null || found.group("plus") != null);
        var same = found.namedGroups().containsKey("same") ? found.group("same") : null;
        if (bed && same != null) {
            reading.note(
                    "baths",
                    Vocabulary.plain(least),
                    Vocabulary.plain(least).toString(),
                    found.start(),
                    found.end(),
                    0.8);
        }
        var key = bed ? "beds" : "baths";
        if (most != null) {
            double upper = Vocabulary.number(most);
            reading.note(
                    key,
                    Vocabulary.ordered("min", Vocabulary.plain(least), "max", Vocabulary.plain(upper)),
                    "%s to %s".formatted(Vocabulary.plain(least), Vocabulary.plain(upper)),
                    found.start(),
                    found.end(),
                    0.9);
        } else if (open) {
            reading.note(
                    key,
                    Map.of("min", Vocabulary.plain(least)),
                    "at least " + Vocabulary.plain(least),
                    found.start(),
                    found.end(),
                    0.95);
        } else {
            reading.note(
                    key, Vocabulary.plain(least), Vocabulary.plain(least).toString(), found.start(), found.end(), 0.95);
        }
    }

    private static void noteStudio(Reading reading, MatchResult found) {
        if (reading.sentenceAt(found.start()).asksAboutAHome()) return;
        reading.note("beds", 0, "studio", found.start(), found.end(), 0.9);
    }

    private static void answer(Reading reading, Question question, String key) {
        if (!reading.heard.asked(question) || reading.has(key) || !(reading.isShort() || tellsOneNumber(reading)))
            return;
        if (bare(reading, key)) return;
        var any = NO_MATTER.matcher(reading.folded);
        if (any.find()) reading.infer(key, "dontcare", "any", any.start(), any.end(), 0.8);
    }

    /** "A room for me and each of the kids, so three": longer, with one number in it that is no pronoun. */
    private static boolean tellsOneNumber(Reading reading) {
        if (reading.tokens.size() > 16) return false;
        var numbers = BARE.matcher(reading.folded).results().toList();
        return numbers.size() == 1
                && (!numbers.getFirst().group("n").equals("one")
                        || ONLY.matcher(reading.folded.substring(
                                        0, numbers.getFirst().start()))
                                .find());
    }

    /** "2. No, wait, 3" is three, "3, not 2" too; "3 or 4" and "at least 3" are bounds. */
    private static boolean bare(Reading reading, String key) {
        MatchResult meant = null;
        for (var number : BARE.matcher(reading.folded).results().toList()) {
            var before = reading.folded.substring(0, number.start());
            if (NOT.matcher(before).find() || Vocabulary.number(number.group("n")) > 12) continue;
            if (meant == null
                    || TAKEN_BACK.matcher(before.substring(meant.end())).find()) meant = number;
        }
        if (meant == null) return false;
        var count = Vocabulary.plain(Vocabulary.number(meant.group("n")));
        var most = meant.group("m");
        boolean least = AT_LEAST.matcher(reading.folded.substring(0, meant.start()))
                        .find()
                || OR_MORE.matcher(reading.folded.substring(meant.end())).find();
        if (most != null) {
            var upper = Vocabulary.plain(Vocabulary.number(most));
            var range = Vocabulary.ordered("min", count, "max", upper);
            reading.infer(key, range, "%s to %s".formatted(count, upper), meant.start(), meant.end(), 0.85);
        } else if (least) {
            reading.infer(key, Map.of("min", count), "at least " + count, meant.start(), meant.end(), 0.85);
        } else {
            reading.infer(key, count, count.toString(), meant.start(), meant.end(), 0.85);
        }
        return true;
    }
}
