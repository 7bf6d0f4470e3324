package io.doorstep.lifecycle.closing;

import static java.time.ZoneOffset.UTC;

import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.StepUp;
import io.doorstep.lifecycle.OwnersOnly;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The owner's request to delete the agency. */
@RestController
@Tag(name = "settings")
class ClosingController {

    private final CloseAgency closeAgency;
    private final KeepLinks links;
    private final StepUp stepUp;

    ClosingController(CloseAgency closeAgency, KeepLinks links, StepUp stepUp) {
        this.closeAgency = closeAgency;
        this.links = links;
        this.stepUp = stepUp;
    }

    record Deletion(
            @NotBlank(message = "is needed: the agency's name") @Size(max = 120)
            String name) {}

    /** @param keepPath takes the deletion back until then; keep it, for nobody can sign in any more */
    record Closed(OffsetDateTime eraseAt, String keepPath) {}

    @PostMapping("/api/agency/deletion")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Closed deleteAgency(@AuthenticationPrincipal CurrentMember current, @Valid @RequestBody Deletion deletion) {
        OwnersOnly.require(current);
        stepUp.require(current);
        var eraseAt = closeAgency.close(deletion.name());
        return new Closed(eraseAt.atOffset(UTC), links.path(current.tenant()).orElseThrow());
    }
}
