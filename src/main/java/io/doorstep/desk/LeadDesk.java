package io.doorstep.desk;

import io.doorstep.booking.AppointmentViews;
import io.doorstep.capture.EnterLead;
import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Members;
import io.doorstep.lead.LeadName;
import io.doorstep.lead.Leads;
import io.doorstep.pipeline.Actor;
import io.doorstep.pipeline.OpenDeal;
import io.doorstep.pipeline.PipelineKind;
import io.doorstep.platform.Refusal;
import io.doorstep.qualification.Chances;
import io.doorstep.qualification.FactKey;
import io.doorstep.qualification.Facts;
import io.doorstep.qualification.NewFact;
import io.doorstep.question.QuestionPlans;
import io.doorstep.tenancy.BeyondSight;
import io.doorstep.tenancy.audit.AuditLog;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lead page, and what a member does from it. */
@Component
class LeadDesk {

    private final LeadFile file;
    private final FactSheet factSheet;
    private final QuestionPlans questions;
    private final DealFile deals;
    private final AppointmentViews appointments;
    private final Leads leads;
    private final Members members;
    private final Facts facts;
    private final Chances chances;
    private final EnterLead enterLead;
    private final OpenDeal openDeal;
    private final BeyondSight beyondSight;

    private final AuditLog audit;

    LeadDesk(
            LeadFile file,
            FactSheet factSheet,
            QuestionPlans questions,
            DealFile deals,
            AppointmentViews appointments,
            Leads leads,
            Members members,
            Facts facts,
            Chances chances,
            EnterLead enterLead,
            OpenDeal openDeal,
            BeyondSight beyondSight,
            AuditLog audit) {
        this.file = file;
        this.factSheet = factSheet;
        this.questions = questions;
        this.deals = deals;
        this.appointments = appointments;
        this.leads = leads;
        this.members = members;
        this.facts = facts;
        this.chances = chances;
        this.enterLead = enterLead;
        this.openDeal = openDeal;
        this.beyondSight = beyondSight;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public LeadView view(UUID leadId) {
        var head =
                file.head(leadId).orElseThrow(() -> Refusal.NotFound.of("lead").asException());
        var known = factSheet.of(leadId);
        var name = LeadName.of(head.displayName());
        return new LeadView(
                leadId,
                head.name(),
                name.initials(),
                name.shown(),
                file.contacts(leadId),
                head.source(),
                head.page(),
                head.createdAt(),
                head.owner(),
                head.timeZone(),
                head.synthetic(),
                file.consents(leadId),
                file.qualification(
                        leadId,
                        facts.raises(leadId),
                        facts.qualification(leadId).flatMap(chances::of).orElse(null)),
                known,
                StillToAsk.of(questions.current(), known, head.name() != null, head.reachable()),
                deals.of(leadId),
                appointments.ofLead(leadId),
                file.conversations(leadId));
    }

    /** Makes lead and deal together; the same key again gives the same lead. */
    @Transactional
    public EnterLead.Entered enter(
            String clientKey, String raw, EnterLead.Entry entry, PipelineKind pipeline, CurrentMember by) {
        var entered = enterLead.enter(clientKey, raw, entry);
        if (entered.created()) {
            leads.assign(entered.leadId(), by.memberId());
            openDeal.forLead(entered.leadId(), pipeline, Actor.member(by));
        }
        return entered;
    }

    /** What is entered by hand has the member's name where else a quote stands. */
    @Transactional
    public FactView addFact(UUID leadId, String key, Object value, String display, CurrentMember by) {
        if (FactKey.of(key).isEmpty()) {
            throw Refusal.Invalid.field("key", "is not a fact that is kept about leads.")
                    .asException();
        }
        var applied = facts.apply(leadId, null, List.of(NewFact.byHand(key, value, display, by.memberId())));
        if (!applied.voided().isEmpty()) {
            throw Refusal.Invalid.field("value", "is not right for " + FactKey.labelOf(key) + ".")
                    .asException();
        }
        return factSheet.of(leadId).stream()
                .filter(fact -> fact.key().equals(key) && fact.status() == FactView.Status.CURRENT)
                .findFirst()
                .orElseThrow();
    }

    /** Whoever sees a lead may give it away, also out of his own sight; two who do so at once do not undo each other. */
    public void setOwner(UUID leadId, UUID memberId) {
        var before = leads.find(leadId).ownerId();
        beyondSight.ask(() -> {
            give(leadId, before, memberId);
            return true;
        });
    }

    private void give(UUID leadId, @Nullable UUID before, UUID memberId) {
        if (members.find(memberId).isEmpty()) {
            throw Refusal.Invalid.field("memberId", "is not a member of this agency.")
                    .asException();
        }
        if (!leads.give(leadId, before, memberId)) {
            throw new Refusal.Conflict(
                            "stale-owner",
                            "Somebody gave this lead to someone else meanwhile. Look at it again.",
                            Map.of())
                    .asException();
        }
        audit.record(
                "lead.owner-changed",
                "lead",
                leadId.toString(),
                Map.of("owner", members.find(memberId).orElseThrow().name()));
    }
}
