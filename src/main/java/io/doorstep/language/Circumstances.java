package io.doorstep.language;

import java.util.List;
import java.util.regex.Pattern;

/** How the lead stands: with an agent or without, renting or owning, with a home to sell or without. */
final class Circumstances {

    private static final List<Sign> SIGNS = List.of(
            Sign.of(
                    "representedByAgent",
                    true,
                    "has an agent",
                    0.9,
                    "(?:have|has|got|using|working with|work with|represented by|signed with) (?:already )?(?:an?"
                            + "|my|our|another)(?: \\w+)? (?:agent|realtor|broker)|(?:my|our) (?:own )?(?:agent|realtor)"),
            Sign.of(
                    "representedByAgent",
                    false,
                    "no agent",
                    0.9,
                    "(?:no|don't have an?|do not have an?|haven't got an?|not working with an?|without an?"
                            + "|not (?:with|represented by) an?)(?: other| another)? (?:agent|realtor|broker)"),
            Sign.of(
                    "currentHome",
                    "rents",
                    "rents",
                    0.85,
                    "(?:we|i) (?:are |am )?(?:currently |now |still |just )?rent(?:ing)?\\b(?! (?:out|an? |it|one"
                            + "|or|something|this|that))|(?:we're|i'm) (?:currently |now |still |just )?renting\\b(?! (?:out|an? ))|(?:my|our) (?:lease|landlord)"),
            Sign.of(
                    "currentHome",
                    "owns",
                    "owns",
                    0.85,
                    "(?:we|i) (?:currently |already )?own (?:an?|our|my|the)(?: \\w+)? (?:home|house|place|condo"
                            + "|apartment|townhouse)|(?:we're|i'm|we are|i am) (?:a )?homeowners?"),
            Sign.of(
                    "currentHome",
                    "mustSell",
                    "must sell first",
                    0.9,
                    "(?:have to|need to|must|got to) sell(?: \\w+){0,6} first|sell(?: \\w+){1,6} first"
                            + "|(?:home|house|place|condo) to sell|contingent on selling|sell(?:ing)? (?:my|our|the) (?:\\w+ ){0,2}(?:and|to|then|before|so) (?:\\w+ ){0,3}(?:buy|buying|purchase)"),
            Sign.of(
                    "currentHome",
                    "nothingToSell",
                    "nothing to sell",
                    0.85,
                    "(?:already|just) sold(?: (?:it|our|my)(?: \\w+)?)?|nothing to sell|no (?:home|house|place) to sell"));

    private static final Pattern ONLY_YOU =
            Pattern.compile("^\\W*(?:just|only) (?:with )?you\\b|\\b(?:nobody|no one)\\b");

    private Circumstances() {}

    static void read(Reading reading, Polarity polarity) {
        if (!reading.aboutHomes()) return;
        Sign.read(reading, SIGNS);
        if (reading.sentences.isEmpty()) return;
        var first = reading.sentences.getFirst();
        boolean alone = ONLY_YOU.matcher(reading.folded).find();
        if (polarity.affirms() || polarity.denies() || alone) answer(reading, polarity.affirms() && !alone, first);
    }

    private static void answer(Reading reading, boolean yes, Sentence first) {
        yesNo(reading, Question.REPRESENTED, "representedByAgent", yes, yes ? "has an agent" : "no agent", first);
        if (yes) {
            yesNo(reading, Question.CURRENT_HOME, "currentHome", "mustSell", "must sell first", first);
        } else {
            yesNo(reading, Question.CURRENT_HOME, "currentHome", "nothingToSell", "nothing to sell", first);
        }
    }

    private static void yesNo(
            Reading reading, Question question, String key, Object value, String display, Sentence sentence) {
        if (!reading.heard.asked(question) || reading.has(key)) return;
        reading.infer(key, value, display, sentence.start(), sentence.end(), 0.75);
    }
}
