package io.doorstep.language.guard;

import io.doorstep.language.Language;
import java.util.Locale;
import java.util.Set;

/**
 * What an answer has to stay within.
 *
 * @param said the same answer in the built-in wording: whatever figures, times, names, links and addresses it holds may be said, and no others
 * @param language the one to answer in
 * @param secrets that are never said, such as marks in prompts
 */
public record Grounds(String said, Language language, Set<String> secrets) {

    public Grounds {
        secrets = Set.copyOf(secrets);
    }

    public static Grounds of(String said, Language language) {
        return new Grounds(said, language, Set.of());
    }

    boolean holds(String words) {
        return said.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }
}
