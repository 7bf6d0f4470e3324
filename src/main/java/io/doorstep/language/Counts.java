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
            + "(?<!\\$)(?<![\\d.,])(?<!\\d/)\\b(?<n>" + NUMBER + ")(?<half> and a half)?(?<plus>\\+| or more)?"
            + "(?: ?(?:-|to|or) ?(?<m>" + NUMBER + "))?[ -]{0,3}" + ADJECTIVES + "(?:(?<bed>" + BED + "|rooms)|(?<bath>"
            + BATH
            + "))\\b(?:(?:,| and| &|/) ?(?<same>bath ?rooms?|baths?)\\b)?");

    /** "Number of bedrooms should be 3". */
    private static final Pattern REVERSED =
            Pattern.compile("\\b(?:(?<bed>bed ?rooms?|beds)|(?<bath>bath ?rooms?|baths))"
                    + "(?: ?[:=] ?| (?:is|are|should be|must be|needed is|count is|would be) )(?<n>" + NUMBER + ")\\b");

    private static final Pattern BARE = Pattern.compile(
            "(?<![\\d$.,:/#])(?<!\\b(?:that|this|the|which|another|nice|good|great|new|other|any|looking for"
                    + "|like) )\\b(?<n>"
                    + NUMBER
                    + ")\\b(?: ?(?:-|to|or) ?(?<m>" + NUMBER
                    + ")\\b)?(?!(?: ?(?:am|pm|k|th|st|nd|rd|%)\\b|[:/.,]\\d| ?(?:people|persons|seats?|bed ?rooms?"
                    + "|beds?|baths?|bath ?rooms?|pets?|dogs?|cats?|cars?|of march|dollars)))");

    private static final Pattern STUDIO = Pattern.compile("\\ba? ?studio\\b(?! city)");
    private static final Pattern NO_MATTER =
            Pattern.compile("\\b(?:any|doesn't matter|don't care|no preference|not picky|whatever|either)\\b");

    private Counts() {}

    static void read(Reading reading) {
        if (!reading.aboutHomes()) return;
        UNITS.matcher(reading.folded).results().forEach(found -> note(reading, found));
        REVERSED.matcher(reading.folded).results().forEach(found -> note(reading, found));
        STUDIO.matcher(reading.folded).results().forEach(found -> noteStudio(reading, found));
        answer(reading, Question.BEDS, "beds");
        answer(reading, Question.BATHS, "baths");
    }

    private static void note(Reading reading, MatchResult found) {
        if (reading.sentenceAt(found.start()).asksAboutAHome()) return;
        boolean bed = found.group("bed") != null;
        double least = Vocabulary.number(found.group("n"));
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
        if (!reading.heard.asked(question) || reading.has(key) || !reading.isShort()) return;
        var number = BARE.matcher(reading.folded);
        if (number.find() && Vocabulary.number(number.group("n")) <= 12) {
            var count = Vocabulary.plain(Vocabulary.number(number.group("n")));
            if (number.group("m") != null) {
                var most = Vocabulary.plain(Vocabulary.number(number.group("m")));
                reading.infer(
                        key,
                        Vocabulary.ordered("min", count, "max", most),
                        "%s to %s".formatted(count, most),
                        number.start(),
                        number.end(),
                        0.85);
                return;
            }
            reading.infer(key, count, count.toString(), number.start(), number.end(), 0.85);
            return;
        }
        var any = NO_MATTER.matcher(reading.folded);
        if (any.find()) reading.infer(key, "dontcare", "any", any.start(), any.end(), 0.8);
    }
}
