package io.doorstep.pipeline.board;

import static java.time.ZoneOffset.UTC;

import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Members;
import io.doorstep.pipeline.NextAction;
import io.doorstep.pipeline.PlanNextAction;
import io.doorstep.pipeline.board.DealCard.NextActionView;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What comes next on a deal. */
@RestController
@RequestMapping("/api")
@Tag(name = "pipeline")
class NextActionController {

    private final PlanNextAction plan;
    private final Members members;
    private final TransactionTemplate transaction;

    NextActionController(PlanNextAction plan, Members members, TransactionTemplate transaction) {
        this.plan = plan;
        this.members = members;
        this.transaction = transaction;
    }

    record NewNextAction(
            @NotNull NextAction.Kind kind,

            @NotBlank(message = "is needed: what is to be done")
            @Size(max = 200, message = "takes 200 characters at most")
            String title,

            @NotNull OffsetDateTime dueAt,
            @Nullable UUID ownerId) {

        NextAction.Plan plan() {
            return new NextAction.Plan(kind, title.strip(), dueAt.toInstant());
        }
    }

    record NextActionDone(@NotNull @Valid NewNextAction next) {}

    record Snooze(@NotNull OffsetDateTime until) {}

    @PutMapping("/deals/{id}/next-action")
    NextActionView setNextAction(
            @AuthenticationPrincipal CurrentMember me, @PathVariable UUID id, @Valid @RequestBody NewNextAction next) {
        DealController.requireWriter(me);
        return view(plan.set(id, next.plan(), next.ownerId(), me.memberId()));
    }

    @PostMapping("/next-actions/{id}/done")
    NextActionView completeNextAction(
            @AuthenticationPrincipal CurrentMember me, @PathVariable UUID id, @Valid @RequestBody NextActionDone done) {
        DealController.requireWriter(me);
        return view(plan.complete(id, done.next().plan(), done.next().ownerId(), me.memberId()));
    }

    @PostMapping("/next-actions/{id}/snooze")
    NextActionView snoozeNextAction(
            @AuthenticationPrincipal CurrentMember me, @PathVariable UUID id, @Valid @RequestBody Snooze snooze) {
        DealController.requireWriter(me);
        return view(plan.snooze(id, snooze.until().toInstant()));
    }

    private NextActionView view(NextAction action) {
        var owner = transaction.execute(_ -> members.find(action.ownerId()).orElseThrow());
        return new NextActionView(
                action.id(),
                action.kind().name(),
                action.title(),
                action.dueAt().atOffset(UTC),
                owner.ref());
    }
}
