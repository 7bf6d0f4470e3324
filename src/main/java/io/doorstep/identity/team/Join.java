package io.doorstep.identity.team;

import io.doorstep.identity.AccessChanged;
import io.doorstep.identity.Client;
import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Directory;
import io.doorstep.identity.UserOfInvitation;
import io.doorstep.platform.Ids;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Actor;
import io.doorstep.tenancy.Agencies;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.tenancy.audit.AuditLog;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows an invitation's link. The link proves the address; who that is, a password proves, or the session of the same person. One link
 * makes one membership: of two at once the second one finds it used.
 */
@Component
class Join {

    private final Invitations invitations;
    private final TeamMembers members;
    private final Agencies agencies;
    private final Directory directory;
    private final UserOfInvitation users;
    private final AccessChanged access;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    Join(
            Invitations invitations,
            TeamMembers members,
            Agencies agencies,
            Directory directory,
            UserOfInvitation users,
            AccessChanged access,
            AuditLog audit,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.invitations = invitations;
        this.members = members;
        this.agencies = agencies;
        this.directory = directory;
        this.users = users;
        this.access = access;
        this.audit = audit;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    record Seen(Directory.Door agency, Invitation invitation) {}

    record Joined(UUID user, String slug) {}

    Seen look(String token) {
        var link = parse(token);
        var door = door(link);
        var invitation =
                inTenant(link, () -> invitations.findByToken(link.hash()).orElseThrow(Join::unknown));
        if (Invite.expired(invitation, clock.instant())) {
            throw unknown();
        }
        return new Seen(door, invitation);
    }

    /** Somebody who is not signed in. */
    Joined as(String token, String name, String password, Client client) {
        var invited = look(token).invitation();
        return join(parse(token), users.of(invited.email(), name, password, client), client);
    }

    /** Somebody who is signed in, in any agency, as the person at the invited address. */
    Joined as(String token, CurrentMember current, Client client) {
        var invited = look(token).invitation();
        var user = users.of(current.userId());
        if (!user.email().equals(invited.email())) {
            throw new Refusal.Conflict(
                            "other-person",
                            "This invitation is for another address than yours. Sign out, then open the link again.")
                    .asException();
        }
        return join(parse(token), user, client);
    }

    private Joined join(InvitationToken link, Directory.User user, Client client) {
        var door = door(link);
        inTenant(link, () -> {
            accept(link, user, client);
            return true;
        });
        access.ofMember(link.tenant(), user.id());
        return new Joined(user.id(), door.slug());
    }

    private void accept(InvitationToken link, Directory.User user, Client client) {
        var invitation = invitations.lock(link.hash(), clock.instant()).orElseThrow(Join::unknown);
        var member = members.ofUser(user.id()).orElse(null);
        var id = member == null ? ids.next() : member.id();
        if (member == null) {
            members.add(
                    id,
                    user.id(),
                    user.name(),
                    user.email(),
                    invitation.role(),
                    agencies.current().timeZone(),
                    clock.instant());
        } else if (!member.active()) {
            // Back again, with the role they are asked for now.
            members.setActive(id, true);
            members.setRole(id, invitation.role());
        }
        invitations.accept(invitation.id(), id, clock.instant());
        audit.recordOf(
                new Actor(id, invitation.role().name(), "SESSION", client.address()),
                "member.joined",
                "member",
                id.toString(),
                Map.of("name", user.name(), "role", invitation.role().name()));
    }

    private <T extends @Nullable Object> T inTenant(InvitationToken link, java.util.function.Supplier<T> work) {
        return TenantScope.callIn(link.tenant(), () -> transaction.execute(_ -> work.get()));
    }

    private static InvitationToken parse(String token) {
        return InvitationToken.parse(token).orElseThrow(Join::unknown);
    }

    private Directory.Door door(InvitationToken link) {
        return directory.door(link.tenant()).orElseThrow(Join::unknown);
    }

    /** The same for a link that was used, withdrawn, replaced, has expired, or never was one. */
    private static RuntimeException unknown() {
        return new Refusal.NotFound(
                        "invitation-gone",
                        "This invitation is no longer open: it was used, withdrawn, sent anew, or is older than 7 days. Ask for another one.")
                .asException();
    }
}
