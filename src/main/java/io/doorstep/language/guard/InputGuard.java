package io.doorstep.language.guard;

import java.util.ArrayList;
import java.util.List;

/**
 * Judges what a lead wrote. Steering questions in many wordings are told apart from what looks like them: accessibility is a wish, a street may be
 * called Church Street, school starts in August, and whoever says what family or faith they are of asks for nothing by it.
 */
public final class InputGuard {

    private static final List<RuleBook> STEERING = List.of(RuleBook.of("steering-en"), RuleBook.of("steering-es"));
    private static final RuleBook INJECTION = RuleBook.of("injection");

    private InputGuard() {}

    /** At most one concern of a kind for each rule; in the order of the words. */
    public static List<Concern> judge(String message) {
        var concerns = new ArrayList<Concern>();
        var phrases = Plain.phrases(message);
        judge(message, phrases, Concern.Kind.FAIR_HOUSING, STEERING, concerns);
        judge(message, phrases, Concern.Kind.INJECTION, List.of(INJECTION), concerns);
        for (var shape : Shapes.ALL) {
            shape.in(Plain.clip(message))
                    .ifPresent(quote -> concerns.add(
                            new Concern(Concern.Kind.INJECTION, INJECTION.version + "/" + shape.id(), quote)));
        }
        return concerns;
    }

    public static boolean steers(String message) {
        return judge(message).stream().anyMatch(concern -> concern.kind() == Concern.Kind.FAIR_HOUSING);
    }

    private static void judge(
            String message, List<Phrase> phrases, Concern.Kind kind, List<RuleBook> books, List<Concern> concerns) {
        for (var book : books) {
            for (var rule : book.rules) {
                phrases.stream()
                        .flatMap(phrase -> rule.brokenBy(phrase, message).stream())
                        .findFirst()
                        .ifPresent(quote -> concerns.add(new Concern(kind, book.version + "/" + rule.id(), quote)));
            }
        }
    }
}
