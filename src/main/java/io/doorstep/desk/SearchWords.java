package io.doorstep.desk;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in {@code lead_term}: up to three beginnings of words, all of which a lead must have. Digits written like a phone
 * number are one word, however they are spaced.
 */
record SearchWords(
        String first, @Nullable String second, @Nullable String third) {

    private static final Pattern PHONE = Pattern.compile("\\+?[\\d\\s().-]+");
    private static final int LONGEST = 80;
    private static final String AFTER_ALL = new String(Character.toChars(Character.MAX_CODE_POINT));

    /** Null where there is nothing to look for. */
    static @Nullable SearchWords of(@Nullable String query) {
        if (query == null) {
            return null;
        }
        var text = query.replaceAll("\\p{Cc}", " ").strip().toLowerCase(Locale.ROOT);
        if (PHONE.matcher(text).matches()) {
            var digits = text.replaceAll("\\D", "");
            return digits.isEmpty() ? null : new SearchWords(digits, null, null);
        }
        var words = List.of(text.split("[\\s,&]+")).stream()
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .map(word -> word.substring(0, Math.min(LONGEST, word.length())))
                .limit(3)
                .toList();
        return words.isEmpty()
                ? null
                : new SearchWords(
                        words.getFirst(),
                        words.size() > 1 ? words.get(1) : null,
                        words.size() > 2 ? words.get(2) : null);
    }

    /** The end of the range of words that begin so; nothing sorts after it in collation "C". */
    static @Nullable String endOf(@Nullable String word) {
        return word == null ? null : word + AFTER_ALL;
    }
}
