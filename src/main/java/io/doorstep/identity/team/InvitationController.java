package io.doorstep.identity.team;

import io.doorstep.identity.Client;
import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Entrance;
import io.doorstep.identity.Me;
import io.doorstep.identity.Proof;
import io.doorstep.identity.Role;
import io.doorstep.platform.Refusal;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The invited side. The link's secret comes in the body: the page keeps it behind a #, so it is in no log and no referrer. */
@RestController
@Tag(name = "team")
class InvitationController {

    private final Join join;
    private final Entrance entrance;

    InvitationController(Join join, Entrance entrance) {
        this.join = join;
        this.entrance = entrance;
    }

    record InvitationToken(@NotBlank @Size(max = 200) String token) {}

    record OpenInvitation(
            String agency,
            String email,
            Role role,
            String invitedBy,
            @Nullable String note,
            OffsetDateTime expiresAt) {}

    /** @param name and password of whoever is not signed in as the invited person */
    record AcceptInvitation(
            @NotBlank @Size(max = 200) String token,
            @Nullable @Size(max = 120) String name,
            @Nullable @Size(max = 200) String password) {}

    @PostMapping("/api/invitations/look")
    OpenInvitation lookAtInvitation(@Valid @RequestBody InvitationToken request) {
        var seen = join.look(request.token());
        var invitation = seen.invitation();
        return new OpenInvitation(
                seen.agency().name(),
                invitation.email(),
                invitation.role(),
                invitation.invitedBy(),
                invitation.note(),
                invitation.expiresAt().atOffset(ZoneOffset.UTC));
    }

    @PostMapping("/api/invitations/accept")
    ResponseEntity<Me> acceptInvitation(
            @AuthenticationPrincipal @Nullable CurrentMember current,
            @Valid @RequestBody AcceptInvitation request,
            HttpServletRequest http) {
        if (request.password() == null && current != null) {
            var joined = join.as(request.token(), current, Client.of(http));
            return entrance.move(current, joined.slug(), http);
        }
        var name = request.name() == null ? "" : request.name().strip();
        if (name.isEmpty()) {
            throw Refusal.Invalid.field("name", "is needed: your name.").asException();
        }
        if (request.password() == null) {
            throw Refusal.Invalid.field("password", "is needed.").asException();
        }
        var joined = join.as(request.token(), name, request.password(), Client.of(http));
        return entrance.admit(201, joined.user(), joined.slug(), Set.of(Proof.PASSWORD), http);
    }
}
