package io.doorstep.pipeline;

import io.doorstep.identity.Members;
import io.doorstep.lead.Leads;
import io.doorstep.platform.Ids;
import io.doorstep.qualification.Facts;
import io.doorstep.tenancy.Agencies;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a lead its deal: in the initial stage, with an owner and a next action. */
@Component
public class OpenDeal {

    private final JdbcClient db;
    private final Deals deals;
    private final Definitions definitions;
    private final RecordMove record;
    private final Facts facts;
    private final Leads leads;
    private final Members members;
    private final Agencies agencies;
    private final Ids ids;
    private final Clock clock;

    OpenDeal(
            JdbcClient db,
            Deals deals,
            Definitions definitions,
            RecordMove record,
            Facts facts,
            Leads leads,
            Members members,
            Agencies agencies,
            Ids ids,
            Clock clock) {
        this.db = db;
        this.deals = deals;
        this.definitions = definitions;
        this.record = record;
        this.facts = facts;
        this.leads = leads;
        this.members = members;
        this.agencies = agencies;
        this.ids = ids;
        this.clock = clock;
    }

    /** In the pipeline that the lead's intent asks for; a lead that has said nothing yet is taken for a buyer until it does. */
    @Transactional
    public Deal forLead(UUID leadId, Actor actor) {
        var kind = facts.current(leadId).stream()
                .filter(fact -> fact.key().equals("intent"))
                .findFirst()
                .map(fact -> PipelineKind.forIntent(fact.value().asString("buy")))
                .orElse(PipelineKind.BUYER);
        return forLead(leadId, kind, actor);
    }

    /** Idempotent: a lead has at most one open deal in a pipeline. */
    @Transactional
    public Deal forLead(UUID leadId, PipelineKind kind, Actor actor) {
        lockLead(leadId);
        var definition = definitions.of(kind);
        var existing = deals.openOf(leadId).stream()
                .filter(deal -> deal.pipelineId().equals(definition.pipelineId()))
                .findFirst();
        return existing.orElseGet(() -> open(leadId, definition, actor));
    }

    private Deal open(UUID leadId, Definition definition, Actor actor) {
        var lead = leads.find(leadId);
        var known = facts.current(leadId);
        var currency = agencies.current().currency();
        var now = clock.instant();
        var deal = new Deal(
                ids.next(),
                leadId,
                definition.pipelineId(),
                definition.version(),
                definition.initial().key(),
                1,
                now,
                true,
                lead.ownerId() == null ? firstOwner(leadId) : lead.ownerId(),
                Wish.of(known),
                Wish.valueMinor(known, currency),
                currency,
                null,
                lead.source().name(),
                null,
                null,
                1,
                lead.synthetic(),
                now);
        record.opening(deal, definition.initial(), actor);
        return deals.find(deal.id()).orElseThrow();
    }

    private UUID firstOwner(UUID leadId) {
        var owner = members.nextOwner();
        leads.assign(leadId, owner);
        return owner;
    }

    /** Two turns of one lead must not open two deals. */
    private void lockLead(UUID leadId) {
        db.sql("""
                select id from lead where id = :lead for no key update
                """).param("lead", leadId).query(UUID.class).optional();
    }
}
