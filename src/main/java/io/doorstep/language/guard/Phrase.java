package io.doorstep.language.guard;

import java.util.List;

/**
 * One sentence in plain words: lower case, no accents, no apostrophes, a blank on either side of every word. What parts
 * clauses is a word of its own, a comma.
 */
record Phrase(String words, List<Span> spans) {

    /** Where a word stands in {@code words} and in the message. */
    record Span(int at, int start, int end) {}

    /** The stretch of the message that a stretch of the words came from. */
    String quote(String message, int from, int to) {
        int start = message.length();
        int end = 0;
        for (var span : spans) {
            if (span.at() < from || span.at() >= to) continue;
            start = Math.min(start, span.start());
            end = Math.max(end, span.end());
        }
        return start < end ? message.substring(start, end) : "";
    }
}
