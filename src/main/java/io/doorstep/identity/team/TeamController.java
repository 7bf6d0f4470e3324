package io.doorstep.identity.team;

import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.MemberRef;
import io.doorstep.identity.Role;
import io.doorstep.tenancy.mail.Outbox;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is on the team, and who is asked onto it. Everybody sees the list; owners and admins change it. */
@RestController("membersController")
@RequestMapping("/api/team")
@Tag(name = "team")
class TeamController {

    private final TeamMembers members;
    private final Invitations invitations;
    private final Invite invite;
    private final ChangeTeam change;
    private final Belongings belongings;
    private final Outbox outbox;

    TeamController(
            TeamMembers members,
            Invitations invitations,
            Invite invite,
            ChangeTeam change,
            Belongings belongings,
            Outbox outbox) {
        this.members = members;
        this.invitations = invitations;
        this.invite = invite;
        this.change = change;
        this.belongings = belongings;
        this.outbox = outbox;
    }

    /** @param lastSeenAt for owners and admins only */
    record TeamPerson(
            UUID id,
            String name,
            String email,
            Role role,
            boolean active,
            String initials,
            int colour,
            OffsetDateTime since,
            @Nullable OffsetDateTime lastSeenAt) {}

    record PendingInvitation(
            UUID id,
            String email,
            Role role,
            @Nullable String note,
            String invitedBy,
            OffsetDateTime sentAt,
            int sends,
            OffsetDateTime expiresAt) {}

    /** @param invitations for owners and admins only @param byMail whether invitations are mailed; if not, their link is shown once */
    record TeamList(List<TeamPerson> people, List<PendingInvitation> invitations, boolean byMail) {}

    record NewInvitation(
            @NotBlank(message = "is needed") @Email(message = "is not an e-mail address") @Size(max = 254)
            String email,

            @NotNull Role role,

            @Nullable @Size(max = 300, message = "takes 300 characters at most")
            String note) {}

    /** @param link to hand on; null where it was mailed. It is not shown again */
    record SentInvitation(
            PendingInvitation invitation, @Nullable String link) {}

    /** @param to null to go by turn */
    @Schema(name = "HandOver")
    record HandOverTo(@Nullable UUID to) {}

    record RoleChange(@NotNull Role role, @Nullable HandOverTo handOver) {}

    record Deactivation(@NotNull HandOverTo handOver) {}

    /** @param what plural, as people say it */
    record HeldThings(String what, long count) {}

    @GetMapping("/members")
    @Transactional(readOnly = true)
    public TeamList teamMembers(@AuthenticationPrincipal CurrentMember current) {
        var admin = current.role().mayOverride();
        Map<UUID, Instant> seen = admin ? members.lastSeen(current.tenant()) : Map.of();
        var people = members.all().stream()
                .map(member -> new TeamPerson(
                        member.id(),
                        member.name(),
                        member.email(),
                        member.role(),
                        member.active(),
                        MemberRef.initialsOf(member.name()),
                        member.colour(),
                        member.since().atOffset(ZoneOffset.UTC),
                        seen.containsKey(member.userId())
                                ? seen.get(member.userId()).atOffset(ZoneOffset.UTC)
                                : null))
                .toList();
        var waiting = admin
                ? invitations.waiting().stream().map(TeamController::view).toList()
                : List.<PendingInvitation>of();
        return new TeamList(people, waiting, outbox.configured());
    }

    @PostMapping("/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    SentInvitation invite(@AuthenticationPrincipal CurrentMember current, @Valid @RequestBody NewInvitation request) {
        var sent = invite.person(current, request.email(), request.role(), request.note());
        return new SentInvitation(view(sent.invitation()), sent.link());
    }

    @PostMapping("/invitations/{id}/resend")
    SentInvitation resendInvitation(@AuthenticationPrincipal CurrentMember current, @PathVariable UUID id) {
        var sent = invite.again(current, id);
        return new SentInvitation(view(sent.invitation()), sent.link());
    }

    @DeleteMapping("/invitations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawInvitation(@AuthenticationPrincipal CurrentMember current, @PathVariable UUID id) {
        invite.withdraw(current, id);
    }

    @PutMapping("/members/{id}/role")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setRole(
            @AuthenticationPrincipal CurrentMember current,
            @PathVariable UUID id,
            @Valid @RequestBody RoleChange request) {
        change.role(current, id, request.role(), handing(request.handOver()));
    }

    @GetMapping("/members/{id}/holdings")
    @Transactional(readOnly = true)
    public List<HeldThings> holdings(@AuthenticationPrincipal CurrentMember current, @PathVariable UUID id) {
        current.requireAdmin();
        return belongings.of(id).stream()
                .filter(held -> held.count() > 0)
                .map(held -> new HeldThings(held.what(), held.count()))
                .toList();
    }

    @PostMapping("/members/{id}/deactivate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deactivateMember(
            @AuthenticationPrincipal CurrentMember current,
            @PathVariable UUID id,
            @Valid @RequestBody Deactivation request) {
        change.deactivate(
                current, id, new ChangeTeam.HandingOver(request.handOver().to()));
    }

    @PostMapping("/members/{id}/reactivate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reactivateMember(@AuthenticationPrincipal CurrentMember current, @PathVariable UUID id) {
        change.reactivate(current, id);
    }

    private static ChangeTeam.@Nullable HandingOver handing(@Nullable HandOverTo request) {
        return request == null ? null : new ChangeTeam.HandingOver(request.to());
    }

    private static PendingInvitation view(Invitation invitation) {
        return new PendingInvitation(
                invitation.id(),
                invitation.email(),
                invitation.role(),
                invitation.note(),
                invitation.invitedBy(),
                invitation.sentAt().atOffset(ZoneOffset.UTC),
                invitation.sends(),
                invitation.expiresAt().atOffset(ZoneOffset.UTC));
    }
}
