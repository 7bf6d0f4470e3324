package io.doorstep.language.guard;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words that a guard looks for in a sentence.
 *
 * @param also words that must stand in the sentence too
 * @param unless words that make the sentence harmless, wherever they stand in it
 * @param notAfter words that do so when they stand right before
 */
record Rule(String id, Pattern words, List<Pattern> also, List<Pattern> unless, List<Pattern> notAfter) {

    /** The stretch of the message that breaks this rule. */
    Optional<String> brokenBy(Phrase phrase, String message) {
        var found = words.matcher(phrase.words());
        while (found.find()) {
            if (excused(phrase.words(), found.start())) continue;
            return Optional.of(phrase.quote(message, found.start(), found.end()));
        }
        return Optional.empty();
    }

    private boolean excused(String words, int start) {
        var before = words.substring(0, start);
        return !also.stream().allMatch(pattern -> pattern.matcher(words).find())
                || unless.stream().anyMatch(pattern -> pattern.matcher(words).find())
                || notAfter.stream().anyMatch(pattern -> pattern.matcher(before).find());
    }
}
