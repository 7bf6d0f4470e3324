package io.doorstep.pipeline;

import io.doorstep.identity.Members;
import io.doorstep.qualification.Facts;
import io.doorstep.qualification.FactsChanged;
import io.doorstep.qualification.StoredFact;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps a lead's open deals true to what is known: their words and value, their pipeline while it is early, their stage. */
@Component
class FollowFacts {

    private final Deals deals;
    private final Definitions definitions;
    private final Facts facts;
    private final RecordMove record;
    private final Advance advance;
    private final Members members;

    FollowFacts(
            Deals deals, Definitions definitions, Facts facts, RecordMove record, Advance advance, Members members) {
        this.deals = deals;
        this.definitions = definitions;
        this.facts = facts;
        this.record = record;
        this.advance = advance;
        this.members = members;
    }

    @EventListener
    void on(FactsChanged changed) {
        var open = deals.lockOpenOf(changed.leadId());
        if (open.isEmpty()) return;
        var actor = actor(changed.memberId());
        var known = facts.current(changed.leadId());
        if (changed.keys().contains("intent")) reroute(open, known, actor);
        open.forEach(deal -> deals.describe(deal.id(), Wish.of(known), Wish.valueMinor(known, deal.currency())));
        advance.byActivity(changed.leadId(), Activity.FACTS, actor);
    }

    /** Only the one deal of a lead, and only before it is qualified: later a person decides, by opening a second deal. */
    private void reroute(List<Deal> open, List<StoredFact> known, Actor actor) {
        var intent = known.stream().filter(fact -> fact.key().equals("intent")).findFirst();
        if (open.size() != 1 || intent.isEmpty()) return;
        var deal = open.getFirst();
        var wanted = definitions.of(PipelineKind.forIntent(intent.get().value().asString("buy")));
        boolean early = deal.stage().equals("NEW") || deal.stage().equals("CONTACTED");
        if (!early
                || wanted.pipelineId().equals(deal.pipelineId())
                || wanted.stage(deal.stage()).isEmpty()) return;
        record.reroute(deal, wanted, actor, "Wants to " + intent.get().value().asString("buy"));
    }

    private Actor actor(@Nullable UUID memberId) {
        return Optional.ofNullable(memberId)
                .flatMap(members::find)
                .map(member -> Actor.member(member.id(), member.role()))
                .orElse(Actor.ASSISTANT);
    }
}
