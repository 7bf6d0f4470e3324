package io.doorstep.language.spanish;

import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text of which every character knows the stretch of the message that it stands for: itself when it was copied, the
 * whole phrase when it was rewritten.
 */
final class MappedText {

    private final StringBuilder text;
    private int[] from;
    private int[] to;
    /** Names and addresses, which no step may touch. */
    private boolean[] fixed;

    private MappedText(int capacity) {
        text = new StringBuilder(capacity);
        from = new int[capacity];
        to = new int[capacity];
        fixed = new boolean[capacity];
    }

    static MappedText of(String message) {
        var mapped = new MappedText(message.length());
        for (int at = 0; at < message.length(); at++) mapped.append(message.charAt(at), at, at + 1, false);
        return mapped;
    }

    /** An empty text, to be filled from this one. */
    MappedText emptied() {
        return new MappedText(text.length() + 16);
    }

    String text() {
        return text.toString();
    }

    void fix(int start, int end) {
        Arrays.fill(fixed, start, end, true);
    }

    boolean isFixed(int start, int end) {
        for (int at = start; at < end; at++) if (fixed[at]) return true;
        return false;
    }

    void copy(MappedText source, int start, int end) {
        for (int at = start; at < end; at++)
            append(source.text.charAt(at), source.from[at], source.to[at], source.fixed[at]);
    }

    /** {@code words} in place of what stands between the two offsets of the source. */
    void replace(MappedText source, int start, int end, String words) {
        int first = source.from[start];
        int last = source.to[end - 1];
        for (int at = 0; at < words.length(); at++) append(words.charAt(at), first, last, false);
    }

    /** Rewrites what the pattern finds in the plain form of this text; null leaves a find as it is. */
    MappedText rewritten(Pattern pattern, Function<MatchResult, @Nullable String> words) {
        var finds = pattern.matcher(Plain.of(text)).results().toList();
        if (finds.isEmpty()) return this;
        var result = emptied();
        int copied = 0;
        for (var found : finds) {
            var said = isFixed(found.start(), found.end()) ? null : words.apply(found);
            if (said == null) continue;
            result.copy(this, copied, found.start());
            result.replace(this, found.start(), found.end(), said);
            copied = found.end();
        }
        result.copy(this, copied, text.length());
        return result;
    }

    /** Where in the message the character at {@code at} comes from. */
    int from(int at) {
        return from[at];
    }

    int to(int at) {
        return to[at];
    }

    private void append(char c, int start, int end, boolean isFixed) {
        int at = text.length();
        if (at == from.length) grow();
        text.append(c);
        from[at] = start;
        to[at] = end;
        fixed[at] = isFixed;
    }

    private void grow() {
        int capacity = Math.max(16, from.length * 2);
        from = Arrays.copyOf(from, capacity);
        to = Arrays.copyOf(to, capacity);
        fixed = Arrays.copyOf(fixed, capacity);
    }
}
