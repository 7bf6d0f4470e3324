package io.doorstep.assistant;

import static java.util.stream.Collectors.toSet;

import io.doorstep.language.FactProposal;
import io.doorstep.lead.ContactKind;
import io.doorstep.lead.Leads;
import io.doorstep.pipeline.Actor;
import io.doorstep.pipeline.Deals;
import io.doorstep.pipeline.OpenDeal;
import io.doorstep.qualification.Facts;
import io.doorstep.qualification.NewFact;
import io.doorstep.qualification.Origin;
import io.doorstep.qualification.StoredFact;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what the lead said: facts with their quotes, name and contact points, and from the first message on a deal. */
@Component
class KeepFacts {

    private final Facts facts;
    private final Leads leads;
    private final Deals deals;
    private final OpenDeal openDeal;
    private final TurnLock lock;

    KeepFacts(Facts facts, Leads leads, Deals deals, OpenDeal openDeal, TurnLock lock) {
        this.facts = facts;
        this.leads = leads;
        this.deals = deals;
        this.openDeal = openDeal;
        this.lock = lock;
    }

    /**
     * Once per message: a turn that is taken again finds its facts kept, even when a later message took them back.
     *
     * @return false when another turn has read these messages meanwhile
     */
    @Transactional
    public boolean of(UUID conversationId, long watermark, UUID leadId, Heard heard) {
        if (!lock.holds(conversationId, watermark)) return false;
        var read = facts.history(leadId).stream().map(StoredFact::messageId).collect(toSet());
        for (var piece : heard.pieces()) {
            var message = piece.message();
            var proposals = piece.understanding().facts();
            if (proposals.isEmpty() || read.contains(message.id())) continue;
            facts.apply(
                    leadId,
                    message.id(),
                    proposals.stream().map(KeepFacts::fact).toList());
            proposals.forEach(fact -> keepContact(leadId, fact));
        }
        if (deals.openOf(leadId).isEmpty()) openDeal.forLead(leadId, Actor.ASSISTANT);
        return true;
    }

    private static NewFact fact(FactProposal said) {
        return new NewFact(
                said.key(),
                said.value(),
                said.display(),
                new NewFact.Quote(said.quote(), said.start(), said.end()),
                said.fromModel() ? Origin.MODEL : Origin.LOCAL_ENGINE,
                null,
                said.confidence());
    }

    private void keepContact(UUID leadId, FactProposal fact) {
        var value = String.valueOf(fact.value());
        switch (fact.key()) {
            case "contact.name" -> leads.rename(leadId, value);
            case "contact.email" -> leads.addContact(leadId, ContactKind.EMAIL, value);
            case "contact.phone" -> leads.addContact(leadId, ContactKind.PHONE, value);
            default -> {}
        }
    }
}
