package io.doorstep.pipeline;

import io.doorstep.pipeline.Check.Remedy;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What can be asked before a deal moves. Data on a transition names its guards; the rule behind each name is here, with the sentence
 * that a person reads and what would mend it. Adding one is one entry.
 */
public enum Guard {
    OUTBOUND_TOUCH(
            "Someone has written or spoken to the lead",
            Circumstances::outboundTouch,
            _ -> Remedy.ask("Write to the lead")),
    MINIMUM_FACTS(
            "Intent, area and price or size are known",
            known -> known.missingFacts().isEmpty(),
            known -> Remedy.ask("Ask for " + String.join(", ", known.missingFacts()))),
    REACHABLE(
            "A phone number or e-mail of the lead",
            Circumstances::reachable,
            _ -> Remedy.ask("Ask for a phone number or e-mail")),
    FUTURE_APPOINTMENT(
            "An appointment in the future", Circumstances::futureAppointment, _ -> Remedy.book("Book an appointment")),
    APPOINTMENT_OUTCOME(
            "An appointment took place and its outcome is recorded",
            Circumstances::appointmentOutcome,
            _ -> Remedy.fill("Record the outcome", "outcome")),
    BUYER_AGREEMENT(
            "The buyer agreement is signed",
            known -> known.confirmed().contains("BUYER_AGREEMENT"),
            _ -> Remedy.confirm("Confirm that it is signed")),
    VALUE_AND_CLOSE(
            "The value and the expected close are known",
            known -> known.valueMinor() != null && known.expectedClose() != null,
            known -> known.valueMinor() == null
                    ? Remedy.fill("Enter value and expected close", "valueMinor")
                    : Remedy.fill("Enter the expected close", "expectedClose")),
    LOST_REASON(
            "The reason why it was lost",
            known -> known.lostReason() != null && !known.lostReason().isBlank(),
            _ -> Remedy.fill("Enter the reason", "lostReason")),
    NURTURE_UNTIL(
            "A date in the future to come back on",
            known -> known.nurtureUntil() != null && known.nurtureUntil().isAfter(known.today()),
            _ -> Remedy.fill("Choose the date", "nurtureUntil"));

    private final String sentence;
    private final Predicate<Circumstances> holds;
    private final Function<Circumstances, Remedy> remedy;

    Guard(String sentence, Predicate<Circumstances> holds, Function<Circumstances, Remedy> remedy) {
        this.sentence = sentence;
        this.holds = holds;
        this.remedy = remedy;
    }

    Check check(Circumstances known) {
        boolean held = holds.test(known);
        return new Check(name(), sentence, held, held ? null : remedy.apply(known));
    }

    /** Whether the system can see by itself that it holds, so that activity may move a deal; the others wait for a person. */
    boolean seenByActivity() {
        return switch (this) {
            case OUTBOUND_TOUCH, MINIMUM_FACTS, REACHABLE, FUTURE_APPOINTMENT, APPOINTMENT_OUTCOME -> true;
            case BUYER_AGREEMENT, VALUE_AND_CLOSE, LOST_REASON, NURTURE_UNTIL -> false;
        };
    }
}
