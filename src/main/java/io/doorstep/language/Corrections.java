package io.doorstep.language;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "Actually 3, not 2", "make that two": a bare number that replaces a count told a moment ago. */
final class Corrections {

    private static final Pattern CORRECTS = Pattern.compile(
            "\\b(?:make (?:that|it)|actually|scratch that|i (?:mean|meant)|sorry|no wait|wait|rather|correction|change (?:that|it) to|oops|not \\d|on second thought)\\b");

    private static final Pattern MENTIONS =
            Pattern.compile("\\b(?:(?<bed>bed ?rooms?|beds?|bdrms?|bd|br)|(?<bath>bath ?rooms?|baths?|ba))\\b");

    /** How many of the lead's messages back a correction reaches. */
    private static final int REACH = 2;

    private Corrections() {}

    /** The count that a bare number in this message corrects; null when it corrects none. */
    static @Nullable String corrected(Reading reading) {
        if (!reading.isShort() || !CORRECTS.matcher(reading.folded).find()) return null;
        if (reading.heard.asked(Question.VISIT, Question.VISIT_TIME)) return null;
        var history = reading.context.history();
        int reach = REACH;
        for (int at = history.size() - 1; at >= 0 && reach > 0; at--) {
            if (history.get(at).speaker() != Speaker.LEAD) continue;
            var told = told(history, at);
            if (told != null) return told;
            reach--;
        }
        return null;
    }

    /** What the lead counted last in that message, by its words or by the question before it. */
    private static @Nullable String told(List<DialogueContext.Turn> history, int at) {
        var text = Fold.of(Reading.clip(history.get(at).text()));
        String told = null;
        for (var mention = MENTIONS.matcher(text); mention.find(); )
            told = mention.group("bed") != null ? "beds" : "baths";
        if (told != null || at == 0 || text.chars().noneMatch(Character::isLetterOrDigit)) return told;
        var heard = Heard.saying(history.get(at - 1).text());
        return heard.asked(Question.BEDS) ? "beds" : heard.asked(Question.BATHS) ? "baths" : null;
    }
}
