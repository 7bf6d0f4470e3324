package io.doorstep.language;

import java.util.List;
import java.util.regex.Pattern;

/** Words that state a fact by themselves. */
record Sign(String key, Object value, String display, double confidence, Pattern pattern) {

    static Sign of(String key, Object value, String display, double confidence, String words) {
        return new Sign(key, value, display, confidence, Pattern.compile("\\b(?:" + words + ")\\b"));
    }

    /** In order: what stands later in the list holds when both are said ("not pre-approved yet"). */
    static void read(Reading reading, List<Sign> signs) {
        for (var sign : signs) {
            sign.pattern.matcher(reading.folded).results().forEach(found -> {
                var sentence = reading.sentenceAt(found.start());
                if (sentence.asksAboutAHome() || AskedAbout.howThingsGo(sentence) || isName(reading, found.start()))
                    return;
                reading.note(sign.key, sign.value, sign.display, found.start(), found.end(), sign.confidence);
            });
        }
    }

    private static boolean isName(Reading reading, int start) {
        return start > 1
                && Character.isUpperCase(reading.text.charAt(start))
                && Character.isLetter(reading.text.charAt(start - 2));
    }
}
