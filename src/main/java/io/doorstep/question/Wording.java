package io.doorstep.question;

import io.doorstep.language.guard.InputGuard;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an agency's own words for a question may be: one short question in plain text, and none about a protected trait. The words are said
 * as they are, so what is wrong with them is said before they are kept.
 */
final class Wording {

    static final int LONGEST = 200;

    private static final Pattern MARKUP = Pattern.compile("[<>\\[\\]{}|`]|https?:|www\\.|@|\\p{Cc}");

    /** Whoever asks for these, in whatever words, asks for a protected trait or for what stands for one. */
    private static final Pattern PROTECTED = Pattern.compile(
            "\\b(?:child\\w*|kids?|bab(?:y|ies)|pregnan\\w*|marri\\w+|husband|wife|spouse|partner|famil(?:y|ies|ial)"
                    + "|religio\\w*|church|faith|mosque|synagogue|national\\w*|born|citizen\\w*|immigra\\w*|visa|accent|ethnic\\w*|rac(?:e|ial)"
                    + "|colou?r|disab\\w*|handicap\\w*|wheelchair|health|medical|illness|age|years? old|retired|gender|sex\\w*|gay|orientation"
                    + "|veteran|section 8|welfare|benefits|ancestry|mother tongue"
                    + "|hij[oa]s?|niñ[oa]s?|beb[eé]s?|embaraz\\w*|casad[oa]s?|espos[oa]s?|pareja|familia\\w*|religi\\w*|iglesia|nacionalidad|naci[oó]"
                    + "|ciudadan\\w*|inmigra\\w*|raza|etni\\w*|étnic\\w*|discapaci\\w*|salud|enferm\\w*|edad|años tiene|jubilad\\w*|g[eé]nero|sexo"
                    + "|orientaci[oó]n)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private Wording() {}

    static Optional<String> objectionTo(String words) {
        if (words.length() > LONGEST) return Optional.of("takes %d characters at most.".formatted(LONGEST));
        if (MARKUP.matcher(words).find())
            return Optional.of("is said as plain text: leave out links, addresses and markup.");
        if (words.chars().filter(c -> c == '?').count() != 1 || !words.endsWith("?")) {
            return Optional.of("is one question, with one question mark at its end.");
        }
        if (InputGuard.steers(words)) {
            return Optional.of("steers by who lives somewhere. Fair housing keeps such questions out.");
        }
        var trait = PROTECTED.matcher(words);
        return trait.find()
                ? Optional.of("asks about a protected trait (\"%s\"). Fair housing keeps such questions out."
                        .formatted(trait.group()))
                : Optional.empty();
    }
}
