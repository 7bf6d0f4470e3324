package io.doorstep.qualification;

import io.doorstep.identity.CurrentMember;
import io.doorstep.platform.Refusal;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A lead's grade, given by hand. */
@RestController
@RequestMapping("/api/leads/{id}/grade")
@Tag(name = "lead")
class GradeController {

    private final GradeByHand byHand;

    GradeController(GradeByHand byHand) {
        this.byHand = byHand;
    }

    /** @param until null to stand until somebody ends it */
    record OverrideGrade(
            @NotNull Grade grade,

            @NotBlank(message = "is needed: it stands beside the grade") @Size(max = 500)
            String reason,

            @Nullable Instant until) {}

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void overrideGrade(
            @PathVariable UUID id,
            @Valid @RequestBody OverrideGrade request,
            @AuthenticationPrincipal CurrentMember current) {
        requireWriter(current);
        byHand.give(id, request.grade, request.reason.strip(), request.until, current.memberId());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endGradeOverride(@PathVariable UUID id, @AuthenticationPrincipal CurrentMember current) {
        requireWriter(current);
        byHand.end(id, current.memberId());
    }

    private static void requireWriter(CurrentMember member) {
        if (!member.role().mayWrite()) {
            throw new Refusal.Forbidden("role-may-not", "A viewer may look at grades, not give them.").asException();
        }
    }
}
