package io.doorstep.language.guard;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges what the assistant is about to say, whoever worded it. An answer without objections rates no area, school or people, gives no opinion or
 * advice, denies nothing, promises nothing, and holds no figure, name, link or deed that the built-in wording of the same answer lacks.
 */
public final class OutputGuard {

    private static final List<RuleBook> STEERING = List.of(RuleBook.of("steering-en"), RuleBook.of("steering-es"));
    private static final List<RuleBook> CLAIMS = List.of(RuleBook.of("claims-en"), RuleBook.of("claims-es"));
    private static final String NEUTRAL = "neutral";

    /** These hold for the agency's own articles too; for what else it says, the agency answers itself. */
    private static final Set<Objection.Kind> WHOEVER_SAID_IT =
            EnumSet.of(Objection.Kind.FAIR_HOUSING, Objection.Kind.DENIES_AUTOMATION);

    private OutputGuard() {}

    /** Empty when {@code words} may be said. */
    public static List<Objection> judge(String words, Grounds grounds) {
        var objections = new ArrayList<Objection>();
        for (var phrase : Plain.phrases(words)) {
            steering(phrase, words).forEach(objections::add);
            claims(phrase, words, grounds).forEach(objections::add);
        }
        objections.addAll(Wrappings.of(words, grounds));
        objections.addAll(Figures.unknown(words, grounds.said()));
        return objections;
    }

    public static boolean allows(String words, Grounds grounds) {
        return judge(words, grounds).isEmpty();
    }

    private static Stream<Objection> steering(Phrase phrase, String words) {
        if (isNeutral(phrase, words)) return Stream.of();
        return STEERING.stream()
                .flatMap(book -> book.rules.stream()
                        .flatMap(rule -> rule.brokenBy(phrase, words).stream()
                                .map(quote -> new Objection(
                                        Objection.Kind.FAIR_HOUSING, book.version + "/" + rule.id(), quote))));
    }

    private static boolean isNeutral(Phrase phrase, String words) {
        return CLAIMS.stream()
                .flatMap(book -> book.rules.stream())
                .anyMatch(rule -> rule.id().equals(NEUTRAL)
                        && rule.brokenBy(phrase, words).isPresent());
    }

    private static Stream<Objection> claims(Phrase phrase, String words, Grounds grounds) {
        return CLAIMS.stream()
                .flatMap(book -> book.rules.stream()
                        .filter(rule -> !rule.id().equals(NEUTRAL))
                        .flatMap(rule -> rule.brokenBy(phrase, words).stream()
                                .map(quote -> new Objection(kind(rule), book.version + "/" + rule.id(), quote)))
                        .filter(objection -> !isGrounded(objection, grounds)));
    }

    private static boolean isGrounded(Objection objection, Grounds grounds) {
        if (WHOEVER_SAID_IT.contains(objection.kind())) return false;
        var quote = objection.quote();
        // "You are booked" does no more than "your visit is booked".
        var deed = objection.kind() == Objection.Kind.UNDONE_DEED;
        return grounds.holds(deed ? quote.substring(quote.lastIndexOf(' ') + 1) : quote);
    }

    private static Objection.Kind kind(Rule rule) {
        var name = rule.id().substring(0, rule.id().indexOf('.'));
        return switch (name) {
            case "fair-housing" -> Objection.Kind.FAIR_HOUSING;
            case "human" -> Objection.Kind.DENIES_AUTOMATION;
            case "price" -> Objection.Kind.PRICE_OPINION;
            case "legal" -> Objection.Kind.LEGAL_ADVICE;
            case "mortgage" -> Objection.Kind.MORTGAGE_ADVICE;
            case "promise" -> Objection.Kind.PROMISE;
            case "deed" -> Objection.Kind.UNDONE_DEED;
            case "leak" -> Objection.Kind.PROMPT_LEAK;
            default -> throw new IllegalStateException("no objection is called " + name);
        };
    }
}
