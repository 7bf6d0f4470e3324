package io.doorstep.pipeline;

import static java.time.ZoneOffset.UTC;

import io.doorstep.pipeline.Decide.Command;
import io.doorstep.pipeline.Decide.Verdict;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.audit.AuditLog;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person or a program wants a deal in another stage. */
@Component
public class MoveDeal {

    static final Duration UNDO_WITHIN = Duration.ofSeconds(60);

    private static final Set<MoveKind> UNDOABLE = Set.of(MoveKind.TRANSITION, MoveKind.OVERRIDE);

    private final Deals deals;
    private final Definitions definitions;
    private final ReadCircumstances circumstances;
    private final RecordMove record;
    private final NextActions nextActions;
    private final Clock clock;

    private final AuditLog audit;

    MoveDeal(
            Deals deals,
            Definitions definitions,
            ReadCircumstances circumstances,
            RecordMove record,
            NextActions nextActions,
            Clock clock,
            AuditLog audit) {
        this.deals = deals;
        this.definitions = definitions;
        this.circumstances = circumstances;
        this.record = record;
        this.nextActions = nextActions;
        this.clock = clock;
        this.audit = audit;
    }

    /** Along the map, if every guard holds. @param version of the deal as the mover saw it */
    @Transactional
    public MoveOutcome to(UUID dealId, String stage, int version, Actor actor, MoveExtras extras) {
        return carryOut(dealId, new Command.Move(stage), version, actor, extras, null);
    }

    /** Outside the map or in spite of a guard: for owners and admins, with a reason that stays in the record. */
    @Transactional
    public MoveOutcome override(UUID dealId, String stage, int version, Actor actor, MoveExtras extras, String reason) {
        var kept = reason.strip();
        var outcome = carryOut(dealId, new Command.Override(stage, actor.role(), kept), version, actor, extras, kept);
        if (outcome instanceof MoveOutcome.Moved) {
            audit.record("deal.overridden", "deal", dealId.toString(), Map.of("to", stage, "reason", kept));
        }
        return outcome;
    }

    private MoveOutcome carryOut(
            UUID dealId, Command command, int version, Actor actor, MoveExtras extras, @Nullable String reason) {
        var deal = locked(dealId);
        if (deal.version() != version) return new MoveOutcome.Stale(deal);
        var definition = definitions.of(deal.pipelineId(), deal.pipelineVersion());
        return switch (Decide.decide(definition, deal.stage(), command, circumstances.of(deal, extras))) {
            case Verdict.Moved(var kind, var to, var checks) ->
                moved(record.write(deal, new RecordMove.Draft(kind, to, actor, reason, checks, extras, null)));
            case Verdict.Refused(var to, var inMap, var checks) ->
                new MoveOutcome.Refused(
                        deal,
                        command.to(),
                        to == null ? command.to() : to.name(),
                        inMap,
                        to != null && Decide.mayOverride(actor.role()),
                        checks);
        };
    }

    /** Takes the last move back: for the member who made it, within a minute, while it is still the last one. */
    @Transactional
    public MoveOutcome undo(UUID dealId, int seq, int version, Actor actor) {
        var deal = locked(dealId);
        if (deal.version() != version || deal.moveSeq() != seq) return new MoveOutcome.Stale(deal);
        var definition = definitions.of(deal.pipelineId(), deal.pipelineVersion());
        var last = deals.lastMove(dealId);
        var from = last.fromStage();
        if (from == null || !UNDOABLE.contains(last.kind()))
            return notUndone(deal, definition, "This step can't be taken back");
        if (actor.memberId() == null || !actor.memberId().equals(last.memberId())) {
            return notUndone(deal, definition, "Only who moved the deal can take it back");
        }
        if (clock.instant().isAfter(last.at().plus(UNDO_WITHIN))) {
            return notUndone(
                    deal, definition, "A move can be taken back for %d seconds".formatted(UNDO_WITHIN.toSeconds()));
        }
        return moved(record.write(deal, backTo(deal, definition.require(from), actor)));
    }

    /** With the next action that the move closed, and the reason or date that the earlier stage had. */
    private RecordMove.Draft backTo(Deal deal, Definition.Stage stage, Actor actor) {
        var before = nextActions.lastDone(deal.id());
        var plan = before.map(action -> new NextAction.Plan(action.kind(), action.title(), action.dueAt()));
        var until = stage.kind() == Definition.StageKind.NURTURE
                ? before.map(action -> action.dueAt().atZone(UTC).toLocalDate())
                : Optional.<LocalDate>empty();
        var lostReason = stage.kind() == Definition.StageKind.LOST
                ? deals.history(deal.id()).stream()
                        .filter(move -> move.toStage().equals(stage.key()))
                        .reduce((_, later) -> later)
                        .map(DealMove::reason)
                : Optional.<String>empty();
        var extras = new MoveExtras(Set.of(), lostReason.orElse(null), until.orElse(null), null, null);
        return new RecordMove.Draft(MoveKind.UNDO, stage, actor, null, List.of(), extras, plan.orElse(null));
    }

    private Deal locked(UUID dealId) {
        return deals.lock(dealId).orElseThrow(() -> Refusal.NotFound.of("deal").asException());
    }

    private MoveOutcome moved(Deal deal) {
        return new MoveOutcome.Moved(deal, deal.moveSeq(), clock.instant().plus(UNDO_WITHIN));
    }

    private static MoveOutcome notUndone(Deal deal, Definition definition, String sentence) {
        var here = definition.require(deal.stage());
        return new MoveOutcome.Refused(
                deal, here.key(), here.name(), false, false, List.of(new Check("UNDO", sentence, false, null)));
    }
}
