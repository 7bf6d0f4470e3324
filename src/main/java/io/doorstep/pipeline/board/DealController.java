package io.doorstep.pipeline.board;

import static java.time.ZoneOffset.UTC;

import io.doorstep.identity.CurrentMember;
import io.doorstep.pipeline.Actor;
import io.doorstep.pipeline.Check;
import io.doorstep.pipeline.Deal;
import io.doorstep.pipeline.MoveDeal;
import io.doorstep.pipeline.MoveExtras;
import io.doorstep.pipeline.MoveOutcome;
import io.doorstep.pipeline.PossibleMoves;
import io.doorstep.platform.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Moving a deal: what is possible, doing it, taking it back. */
@RestController
@RequestMapping("/api/deals/{id}/moves")
@Tag(name = "pipeline")
class DealController {

    private final MoveDeal move;
    private final PossibleMoves possible;
    private final Cards cards;
    private final TransactionTemplate transaction;

    DealController(MoveDeal move, PossibleMoves possible, Cards cards, TransactionTemplate transaction) {
        this.move = move;
        this.possible = possible;
        this.cards = cards;
        this.transaction = transaction;
    }

    record DealMoves(int version, String from, boolean mayOverride, List<PossibleMove> moves) {}

    record PossibleMove(String to, String name, boolean inMap, boolean allowed, List<Guard> guards) {}

    record Guard(
            String key,
            String sentence,
            boolean holds,
            @Nullable Remedy remedy) {}

    record Remedy(
            Check.RemedyKind kind, String label, @Nullable String field) {}

    @Schema(name = "MoveDeal")
    record MoveRequest(
            @NotBlank String to,
            int version,
            @Nullable @Size(max = 20) Set<String> confirmed,

            @Nullable @Size(max = 500, message = "takes 500 characters at most")
            String lostReason,

            @Nullable LocalDate nurtureUntil,

            @Nullable @PositiveOrZero @Max(100_000_000_000_000L)
            Long valueMinor,

            @Nullable LocalDate expectedClose,
            @Nullable @Valid OverrideReason override) {

        MoveExtras extras() {
            return new MoveExtras(
                    confirmed == null ? Set.of() : confirmed, lostReason, nurtureUntil, valueMinor, expectedClose);
        }
    }

    record OverrideReason(
            @NotBlank(message = "is needed: why this move outside the map, kept in the record")
            @Size(max = 500, message = "takes 500 characters at most")
            String reason) {}

    record DealMoved(DealCard deal, int moveSeq, OffsetDateTime undoUntil) {}

    record UndoMove(int version) {}

    record DealUndone(DealCard deal) {}

    @GetMapping
    DealMoves dealMoves(@AuthenticationPrincipal CurrentMember me, @PathVariable UUID id) {
        var answer = possible.of(id, Actor.member(me));
        var moves = answer.moves().stream()
                .map(one -> new PossibleMove(one.to(), one.name(), one.inMap(), one.allowed(), guards(one.checks())))
                .toList();
        return new DealMoves(answer.version(), answer.from(), answer.mayOverride(), moves);
    }

    @PostMapping
    DealMoved moveDeal(
            @AuthenticationPrincipal CurrentMember me, @PathVariable UUID id, @Valid @RequestBody MoveRequest wanted) {
        requireWriter(me);
        var override = wanted.override();
        var outcome = override == null
                ? move.to(id, wanted.to(), wanted.version(), Actor.member(me), wanted.extras())
                : move.override(
                        id, wanted.to(), wanted.version(), Actor.member(me), wanted.extras(), override.reason());
        return moved(outcome);
    }

    @PostMapping("/{seq}/undo")
    DealUndone undoMove(
            @AuthenticationPrincipal CurrentMember me,
            @PathVariable UUID id,
            @PathVariable int seq,
            @Valid @RequestBody UndoMove wanted) {
        requireWriter(me);
        return new DealUndone(
                moved(move.undo(id, seq, wanted.version(), Actor.member(me))).deal());
    }

    private DealMoved moved(MoveOutcome outcome) {
        return switch (outcome) {
            case MoveOutcome.Moved(var deal, var seq, var undoUntil) ->
                new DealMoved(card(deal), seq, undoUntil.atOffset(UTC));
            case MoveOutcome.Stale(var current) ->
                throw new Refusal.Conflict(
                                "stale-version",
                                "Somebody else changed this deal meanwhile. It is shown as it stands now; move it again.",
                                Map.of("current", card(current)))
                        .asException();
            case MoveOutcome.Refused refused -> throw refusal(refused).asException();
        };
    }

    private static Refusal refusal(MoveOutcome.Refused refused) {
        return new Refusal.Conflict(
                "move-refused",
                "Not yet: %s. %s"
                        .formatted(
                                refused.toName(),
                                refused.checks().stream()
                                        .filter(check -> !check.holds())
                                        .map(check -> check.sentence() + ".")
                                        .findFirst()
                                        .orElse("")),
                Map.of(
                        "to", refused.to(),
                        "toName", refused.toName(),
                        "guards", guards(refused.checks()),
                        "mayOverride", refused.mayOverride(),
                        "inMap", refused.inMap()));
    }

    private DealCard card(Deal deal) {
        return transaction.execute(_ -> cards.find(deal.id()).orElseThrow());
    }

    private static List<Guard> guards(List<Check> checks) {
        return checks.stream()
                .map(check -> new Guard(check.key(), check.sentence(), check.holds(), remedy(check)))
                .toList();
    }

    private static @Nullable Remedy remedy(Check check) {
        var remedy = check.remedy();
        return remedy == null ? null : new Remedy(remedy.kind(), remedy.label(), remedy.field());
    }

    static void requireWriter(CurrentMember me) {
        if (!me.role().mayWrite()) {
            throw new Refusal.Forbidden("role-may-not", "Viewers look and don't change. Ask an agent or an admin.")
                    .asException();
        }
    }
}
