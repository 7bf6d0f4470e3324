package io.doorstep.listing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Answers a question about a home out of the home's own record, and out of nothing else. What is not recorded is not known: a feature that
 * is missing from the record may be there all the same, so silence is never a "no".
 */
public final class ListingFacts {

    /** Of what records do not hold, or hold too loosely to be said. */
    private static final Pattern OTHER = Pattern.compile("\\b(?:tax(?:es)?|renovated|basement|attic|fireplace|phone"
            + "|contact number|deposit|utilities|internet|gym|floors?|view|appliances|dishwasher|storage|yard|garden"
            + "|patio|balcony|elevator|lift|impuestos|renovad[oa]|s[oó]tano|chimenea|dep[oó]sito|servicios|gimnasio"
            + "|pisos?|vista|jard[ií]n|balc[oó]n|ascensor|elevador)\\b");

    private static final Pattern SEARCHES =
            Pattern.compile("\\b(?:find|search\\w*|look(?:ing)? for|do you have|show me|is there|are there|something"
                    + "|anything|any other|busco|buscamos|tienen|hay algo|hay alguna?|mu[eé]streme)\\b");

    /** These are no pets before the law, so what a record says of pets does not answer for them. */
    private static final Pattern ASSISTANCE_ANIMAL = Pattern.compile(
            "\\b(?:(?:service|assistance|support|guide|therapy|seeing[- ]eye) (?:dogs?|cats?|animals?)|esa"
                    + "|emotional support|(?:animal(?:es)?|perros?) (?:de (?:servicio|asistencia|apoyo)|gu[ií]a))\\b");

    private ListingFacts() {}

    /** Asks for homes, and not about one. */
    public static boolean searches(String question) {
        return SEARCHES.matcher(folded(question)).find();
    }

    /** Whether it asks for what one home's record may or may not hold. */
    public static boolean asked(String question) {
        var asked = folded(question);
        return OTHER.matcher(asked).find() || HomeTopic.of(asked).anyMatch(topic -> !topic.essential());
    }

    /**
     * A clause to put after the home's name: "it has 2 bedrooms".
     *
     * @param language BCP 47; Spanish is answered in Spanish, everything else in English
     */
    public static Optional<String> answer(Listing home, String question, String language) {
        var asked = folded(question);
        if (ASSISTANCE_ANIMAL.matcher(asked).find()) return Optional.empty();
        var spanish = language.equals("es");
        return HomeTopic.of(asked)
                .findFirst()
                .flatMap(topic -> topic.of(home))
                .or(() -> named(home, asked))
                .map(words -> words.in(spanish));
    }

    private static Optional<HomeTopic.Words> named(Listing home, String asked) {
        return home.features().stream()
                .filter(feature -> Arrays.stream(folded(feature).split("\\W+"))
                        .anyMatch(word -> word.length() > 3 && asked.contains(stem(word))))
                .findFirst()
                .map(feature ->
                        new HomeTopic.Words("yes, the listing names " + feature, "sí, el anuncio menciona " + feature));
    }

    private static String stem(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private static String folded(String words) {
        return words.toLowerCase(Locale.ROOT);
    }
}
