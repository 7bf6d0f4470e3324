package io.doorstep.pipeline;

import io.doorstep.pipeline.Definition.Stage;
import io.doorstep.pipeline.Definition.StageKind;
import io.doorstep.qualification.OutcomeKnown;
import io.doorstep.tenancy.Agencies;
import io.doorstep.tenancy.Live;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was decided: history, deal and next action, all in the caller's transaction, which holds the deal's lock. */
@Component
class RecordMove {

    private final Deals deals;
    private final NextActions nextActions;
    private final Appointments appointments;
    private final Agencies agencies;
    private final Live live;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    RecordMove(
            Deals deals,
            NextActions nextActions,
            Appointments appointments,
            Agencies agencies,
            Live live,
            ApplicationEventPublisher events,
            JsonMapper json,
            Clock clock) {
        this.deals = deals;
        this.nextActions = nextActions;
        this.appointments = appointments;
        this.agencies = agencies;
        this.live = live;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** @param plan what comes next; null takes what the stage always asks for */
    record Draft(
            MoveKind kind,
            Stage to,
            Actor actor,
            @Nullable String reason,
            List<Check> checks,
            MoveExtras extras,
            NextAction.@Nullable Plan plan) {}

    /** The first row of a new deal's history, and its first next action. */
    void opening(Deal deal, Stage initial, Actor actor) {
        deals.open(deal);
        deals.record(
                deal.id(),
                row(deal, 1, MoveKind.OPENED, null, initial.key(), actor, null, deal.openedAt()),
                null,
                "[]");
        nextActions.add(deal.id(), plan(deal, initial, actor, null, deal.openedAt()), deal.ownerId(), deal.openedAt());
        changed(deal);
    }

    Deal write(Deal deal, Draft draft) {
        var now = clock.instant();
        var to = draft.to;
        var extras = draft.extras;
        var lostReason = to.kind() == StageKind.LOST ? firstOf(extras.lostReason(), draft.reason) : null;
        var nurtureUntil = to.kind() == StageKind.NURTURE ? extras.nurtureUntil() : null;
        var reason = firstOf(draft.reason, lostReason);
        deals.record(
                deal.id(),
                row(deal, deal.moveSeq() + 1, draft.kind, deal.stage(), to.key(), draft.actor, reason, now),
                null,
                json.writeValueAsString(draft.checks));
        var standing = new Deals.Standing(
                to.key(),
                !to.kind().terminal(),
                extras.valueMinor() == null ? deal.valueMinor() : extras.valueMinor(),
                extras.expectedClose() == null ? deal.expectedClose() : extras.expectedClose(),
                lostReason,
                nurtureUntil,
                now);
        stand(deal, deal.pipelineId(), deal.pipelineVersion(), standing);
        nextActions.finish(deal.id(), draft.actor.memberId(), now);
        if (!to.kind().terminal()) {
            var plan = draft.plan == null ? plan(deal, to, draft.actor, nurtureUntil, now) : draft.plan;
            nextActions.add(deal.id(), plan, deal.ownerId(), now);
        } else {
            events.publishEvent(new OutcomeKnown());
        }
        changed(deal);
        return deals.find(deal.id()).orElseThrow();
    }

    /** Same stage, another pipeline: what comes next stays as it is. */
    void reroute(Deal deal, Definition other, Actor actor, String reason) {
        var now = clock.instant();
        var move = new DealMove(
                deal.moveSeq() + 1,
                other.pipelineId(),
                other.version(),
                MoveKind.REROUTED,
                deal.stage(),
                deal.stage(),
                actor.kind(),
                actor.memberId(),
                null,
                reason,
                now);
        deals.record(deal.id(), move, deal.pipelineId(), "[]");
        var standing = new Deals.Standing(
                deal.stage(),
                true,
                deal.valueMinor(),
                deal.expectedClose(),
                deal.lostReason(),
                deal.nurtureUntil(),
                now);
        stand(deal, other.pipelineId(), other.version(), standing);
        changed(deal);
    }

    private void stand(Deal deal, UUID pipelineId, int pipelineVersion, Deals.Standing standing) {
        if (!deals.stand(deal, pipelineId, pipelineVersion, standing)) {
            throw new IllegalStateException("deal %s changed under its lock".formatted(deal.id()));
        }
    }

    private NextAction.Plan plan(Deal deal, Stage stage, Actor actor, @Nullable LocalDate nurtureUntil, Instant now) {
        var appointment = appointments.next(deal.leadId());
        return StagePlan.entering(
                stage, actor, appointment, nurtureUntil, now, agencies.current().timeZone());
    }

    private static DealMove row(
            Deal deal,
            int seq,
            MoveKind kind,
            @Nullable String from,
            String to,
            Actor actor,
            @Nullable String reason,
            Instant at) {
        var role = actor.role();
        var authority = kind == MoveKind.OVERRIDE && role != null ? role.name() : null;
        return new DealMove(
                seq,
                deal.pipelineId(),
                deal.pipelineVersion(),
                kind,
                from,
                to,
                actor.kind(),
                actor.memberId(),
                authority,
                reason,
                at);
    }

    private void changed(Deal deal) {
        live.publish(
                "deal",
                Map.of("dealId", deal.id().toString(), "leadId", deal.leadId().toString()));
    }

    private static @Nullable String firstOf(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }
}
