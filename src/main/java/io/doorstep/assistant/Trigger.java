package io.doorstep.assistant;

import io.doorstep.language.Intent;
import io.doorstep.language.Speech.Cause;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What makes a person take over, each with the reason that the member reads. The first that holds counts: what weighs most on the lead
 * comes first.
 */
enum Trigger {
    DISTRESS("speaks of a loss or an illness", Cause.DISTRESS, heard(Intent.DISTRESS)),
    ASKED("asked for a person", Cause.ASKED, heard(Intent.WANTS_PERSON)),
    COMPLAINT("is unhappy", Cause.COMPLAINT, heard(Intent.COMPLAINT)),
    LEGAL_ADVICE("asks for legal advice", Cause.LEGAL_ADVICE, heard(Intent.LEGAL_ADVICE)),
    MORTGAGE_ADVICE("asks for mortgage advice", Cause.MORTGAGE_ADVICE, heard(Intent.MORTGAGE_ADVICE)),
    NEGOTIATES("wants to negotiate", Cause.NEGOTIATES, heard(Intent.NEGOTIATES)),
    FEES("asks about fees", Cause.FEES, heard(Intent.ASKS_FEES)),
    PRICE_OPINION("asks what a home is worth", Cause.PRICE_OPINION, heard(Intent.PRICE_OPINION)),
    OWN_WORD("said one of your words", Cause.OTHER, now -> now.handoverWord() != null),
    UNSURE(
            "was not understood twice in a row",
            Cause.UNSURE,
            now -> now.unclear() && now.memory().unclear() > 0);

    private final String reason;
    private final Cause cause;
    private final Predicate<Situation> holds;

    Trigger(String reason, Cause cause, Predicate<Situation> holds) {
        this.reason = reason;
        this.cause = cause;
        this.holds = holds;
    }

    static Optional<Step.HandOver> of(Situation now) {
        return Arrays.stream(values())
                .filter(trigger -> trigger.holds.test(now))
                .findFirst()
                .map(trigger -> new Step.HandOver(trigger.cause, trigger.reason(now)));
    }

    private String reason(Situation now) {
        return this == OWN_WORD ? "said \"%s\"".formatted(now.handoverWord()) : reason;
    }

    private static Predicate<Situation> heard(Intent intent) {
        return now -> now.said().any(intent);
    }
}
