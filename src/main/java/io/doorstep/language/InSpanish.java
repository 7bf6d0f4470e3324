package io.doorstep.language;

import io.doorstep.language.spanish.Gloss;
import java.util.ArrayList;
import java.util.List;

/**
 * A Spanish message as the English readers see it: glossed, with the talk before it. What they find is brought back to
 * the lead's own words.
 */
record InSpanish(String message, Gloss gloss, DialogueContext context) {

    static InSpanish of(String message, DialogueContext context) {
        var names = new ArrayList<>(context.gazetteer());
        names.addAll(context.listings());
        var history =
                context.history().stream().map(turn -> glossed(turn, names)).toList();
        var inEnglish = new DialogueContext(
                history,
                context.lastQuestion(),
                context.lastOffers(),
                context.known(),
                context.today(),
                context.zone(),
                context.currency(),
                context.gazetteer(),
                context.listings());
        return new InSpanish(message, Gloss.of(Reading.clip(message), names), inEnglish);
    }

    private static DialogueContext.Turn glossed(DialogueContext.Turn turn, List<String> names) {
        return Languages.isSpanish(turn.text())
                ? new DialogueContext.Turn(
                        turn.speaker(),
                        Gloss.of(Reading.clip(turn.text()), names).text())
                : turn;
    }

    /** The same fact with its quote in the message. */
    FactProposal back(FactProposal fact) {
        int start = gloss.from(fact.start(), fact.end());
        int end = gloss.to(fact.start(), fact.end());
        while (start < end && message.charAt(start) <= ' ') start++;
        while (end > start && message.charAt(end - 1) <= ' ') end--;
        var quote = message.substring(start, end);
        boolean address = fact.key().equals("propertyAddress");
        return new FactProposal(
                fact.key(),
                address ? quote : fact.value(),
                address ? quote : fact.display(),
                quote,
                start,
                end,
                fact.confidence(),
                fact.fromContext());
    }
}
