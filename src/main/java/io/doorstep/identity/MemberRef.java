package io.doorstep.identity;

import java.util.Locale;
import java.util.UUID;

/** How a member stands on cards and lines. */
public record MemberRef(UUID id, String name, String initials, int colour) {

    public MemberRef(UUID id, String name, int colour) {
        this(id, name, initialsOf(name), colour);
    }

    /** First letters of the first and the last word, upper case. */
    public static String initialsOf(String name) {
        var words = name.strip().split("\\s+");
        var first = firstLetter(words[0]);
        return (words.length == 1 ? first : first + firstLetter(words[words.length - 1])).toUpperCase(Locale.ROOT);
    }

    private static String firstLetter(String word) {
        return word.isEmpty() ? "?" : word.substring(0, word.offsetByCodePoints(0, 1));
    }
}
