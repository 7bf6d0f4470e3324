package io.doorstep.identity.passwords;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** A password that somebody would like to use, as a guesser looks at it. */
record Candidate(String password, List<String> context, BundledList bundled, boolean inOperatorsFile) {

    private static final String LEET = "@4031!$5 7";
    private static final String PLAIN = "aaoeiiss t";
    private static final int LEAST_CONTEXT = 4;
    /** What stands around a common word and adds next to nothing: a year, a counter, an exclamation mark. */
    private static final int DECORATION = 6;

    /** @param known the person's and the agency's names and addresses */
    static Candidate of(String password, Collection<String> known, BundledList bundled, boolean inOperatorsFile) {
        var words = known.stream()
                .flatMap(name -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(name), java.util.Arrays.stream(name.split("[@.\\s]+"))))
                .map(Candidate::letters)
                .filter(word -> word.length() >= LEAST_CONTEXT)
                .distinct()
                .toList();
        return new Candidate(password, words, bundled, inOperatorsFile);
    }

    int length() {
        return password.codePointCount(0, password.length());
    }

    boolean repeats() {
        for (var unit = 1; unit <= 4; unit++) {
            var part = password.substring(0, Math.min(unit, password.length()));
            if (part.repeat(password.length() / unit + 1).startsWith(password)) return true;
        }
        return false;
    }

    /** A name that everybody knows of this person or agency, with fewer than eight characters of their own. */
    boolean isOnlyContext() {
        var letters = letters(password);
        return context.stream().anyMatch(word -> letters.contains(word) && length() - word.length() < 8);
    }

    boolean isStolen() {
        return inOperatorsFile || bundled.hasPassword(small(password));
    }

    boolean isDecoratedCommonWord() {
        var small = small(password);
        return isDecorated(small, stripped(small)) || isDecorated(small, unleet(stripped(small)));
    }

    private boolean isDecorated(String whole, String core) {
        return core.length() >= LEAST_CONTEXT && whole.length() - core.length() <= DECORATION && bundled.hasCore(core);
    }

    private static String stripped(String text) {
        return text.replaceAll("^[^a-z]+|[^a-z]+$", "");
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String unleet(String small) {
        return small.codePoints()
                .map(c -> LEET.indexOf(c) < 0 || c == ' ' ? c : PLAIN.charAt(LEET.indexOf(c)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String letters(String text) {
        var plain = Normalizer.normalize(small(text), Normalizer.Form.NFD);
        return unleet(plain).replaceAll("[^\\p{L}]", "");
    }
}
