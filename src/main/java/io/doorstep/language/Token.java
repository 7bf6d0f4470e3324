package io.doorstep.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A word or number of a text. {@code joined}: only blanks or a hyphen stand between it and the token before. */
record Token(String word, String folded, int start, int end, boolean joined) {

    private static final Set<String> ABBREVIATIONS = Set.of("st", "mt", "ft", "dr", "mr", "mrs", "ms");

    /** Apostrophes and inner hyphens belong to a word; everything else parts words. */
    static List<Token> of(String text) {
        var tokens = new ArrayList<Token>();
        int at = 0;
        int last = 0;
        boolean broken = true;
        while (at < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(at))) {
                broken |= !isSpace(text.charAt(at)) && !(text.charAt(at) == '.' && abbreviates(tokens));
                at++;
                continue;
            }
            int start = at;
            while (at < text.length() && continues(text, at)) at++;
            var word = text.substring(start, at);
            tokens.add(new Token(word, Fold.of(word), start, at, !broken && start - last <= 3));
            last = at;
            broken = false;
        }
        return tokens;
    }

    /** "St. David" is one name. */
    private static boolean abbreviates(List<Token> tokens) {
        return !tokens.isEmpty() && ABBREVIATIONS.contains(tokens.getLast().folded());
    }

    private static boolean continues(String text, int at) {
        if (Character.isLetterOrDigit(text.charAt(at))) return true;
        boolean inside = at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
        return inside && "'’-&".indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\u00a0' || c == '\t';
    }

    boolean capitalised() {
        return Character.isUpperCase(word.charAt(0));
    }

    boolean numeric() {
        return Character.isDigit(word.charAt(0));
    }
}
