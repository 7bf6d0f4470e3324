package io.doorstep.model;

import io.doorstep.language.FactProposal;
import io.doorstep.language.Intent;
import io.doorstep.language.Understanding;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * What both engines read, made one. The built-in engine's amounts and counts always stand, its other facts where it was sure; the model
 * fills what it left out. Everything that has an effect (a yes, a taken offer, a cancellation, a wish for a person, an opt-out, a
 * question that may not be answered) is the built-in engine's alone: a model adds no more than that something was asked.
 */
final class MergeReadings {

    private static final double SURE = 0.8;
    private static final Set<String> AMOUNTS = Set.of("price", "priceExpectation", "beds", "baths");

    private MergeReadings() {}

    static Understanding of(Understanding local, List<FactProposal> proposed, Set<Intent> asked) {
        var facts = new LinkedHashMap<String, FactProposal>();
        local.facts().forEach(fact -> facts.put(fact.key(), fact));
        proposed.forEach(fact -> facts.merge(fact.key(), fact, MergeReadings::better));
        return new Understanding(
                List.copyOf(facts.values()),
                intents(local, asked),
                local.accepted(),
                local.rejectedOffers(),
                local.affirmed(),
                local.denied(),
                local.language());
    }

    private static FactProposal better(FactProposal local, FactProposal proposed) {
        return AMOUNTS.contains(local.key()) || local.confidence() >= SURE ? local : proposed;
    }

    private static Set<Intent> intents(Understanding local, Set<Intent> asked) {
        var intents = EnumSet.noneOf(Intent.class);
        intents.addAll(local.intents());
        intents.addAll(asked);
        return intents;
    }
}
