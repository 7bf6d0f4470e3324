package io.doorstep.language;

import static java.util.stream.Collectors.joining;

import java.util.regex.Pattern;

/** Words that tell what a sentence is about, and words beside them that tell that it is not. */
record Cue(Pattern says, Pattern unless) {

    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private static final String HOME = "(?:house|home|place|condo|property|apartment|townhouse|unit|flat|land|lot)";
    private static final String KIN = "(?:mother|father|mom|mum|dad|husband|wife|partner|spouse|son|daughter|brother"
            + "|sister|parents?|grand\\w+|aunt|uncle|child|baby|mother-in-law|father-in-law)";
    private static final String AMOUNT = "(?:\\$ ?)?\\d[\\d,.]*(?: ?(?:k|m|mil|million|thousand|grand))?\\b";

    private static final String WHEN = "(?:" + Vocabulary.WEEKDAY + "|" + Vocabulary.MONTH + "|today|tomorrow|tonight"
            + "|(?:next|this) (?:week|weekend|month)|noon|morning|afternoon|evening|later|earlier|\\d{1,2}(?::\\d\\d)? ?[ap]\\.?m"
            + "|at \\d{1,2}|the \\d{1,2}(?:st|nd|rd|th))";

    /** @param says one alternative a line; {@code <home>}, {@code <kin>}, {@code <amount>} and {@code <when>} stand for their words */
    static Cue of(String says) {
        return new Cue(alternatives(says), NOTHING);
    }

    Cue unless(String words) {
        return new Cue(says, alternatives(words));
    }

    private static Pattern alternatives(String lines) {
        return Pattern.compile(lines.lines()
                .map(line -> line.replace("<home>", HOME)
                        .replace("<kin>", KIN)
                        .replace("<amount>", AMOUNT)
                        .replace("<when>", WHEN))
                .collect(joining("|", "(?<![\\w'])(?:", ")(?!\\w)")));
    }

    /** What excludes is looked for in the sentence of the words, not in the whole message. */
    boolean heardIn(Reading reading) {
        return reading.sentences.stream().anyMatch(this::heardIn);
    }

    boolean heardIn(Sentence sentence) {
        return sentence.holds(says) && !sentence.holds(unless);
    }
}
