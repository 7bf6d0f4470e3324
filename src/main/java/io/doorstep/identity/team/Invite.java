package io.doorstep.identity.team;

import static io.doorstep.platform.Refusal.Invalid;

import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Role;
import io.doorstep.identity.StepUp;
import io.doorstep.platform.Ids;
import io.doorstep.platform.PublicUrl;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Agencies;
import io.doorstep.tenancy.audit.AuditLog;
import io.doorstep.tenancy.mail.Mail;
import io.doorstep.tenancy.mail.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks somebody onto the team, by e-mail. Whether the address has an account somewhere is not looked at, so nothing tells. Where no mail
 * server is named, the link is given to who invites, once.
 */
@Component
@Transactional
class Invite {

    static final Duration LIFE = Duration.ofDays(7);
    static final int MOST_WAITING = 100;
    static final int MOST_IN_AN_HOUR = 50;
    static final int MOST_SENDS = 10;

    /** A note is read in somebody's mailbox under the agency's name: it carries words, no links. */
    private static final Pattern LINK = Pattern.compile("://|www\\.|\\p{Cntrl}", Pattern.CASE_INSENSITIVE);

    private final Invitations invitations;
    private final TeamMembers members;
    private final Agencies agencies;
    private final StepUp stepUp;
    private final Outbox outbox;
    private final AuditLog audit;
    private final PublicUrl url;
    private final Ids ids;
    private final Clock clock;

    Invite(
            Invitations invitations,
            TeamMembers members,
            Agencies agencies,
            StepUp stepUp,
            Outbox outbox,
            AuditLog audit,
            PublicUrl url,
            Ids ids,
            Clock clock) {
        this.invitations = invitations;
        this.members = members;
        this.agencies = agencies;
        this.stepUp = stepUp;
        this.outbox = outbox;
        this.audit = audit;
        this.url = url;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param link to hand on; null where it was mailed */
    record Sent(Invitation invitation, @Nullable String link) {}

    Sent person(CurrentMember by, String email, Role role, @Nullable String note) {
        by.requireAdmin();
        if (role == Role.OWNER) {
            requireOwner(by);
        }
        var address = email.strip().toLowerCase(Locale.ROOT);
        var words = Optional.ofNullable(note).map(String::strip).filter(text -> !text.isEmpty());
        if (words.filter(text -> LINK.matcher(text).find()).isPresent()) {
            throw Invalid.field("note", "takes words on one line, no links.").asException();
        }
        if (members.isActive(address)) {
            throw Invalid.field("email", "is on the team already.").asException();
        }
        var now = clock.instant();
        if (invitations.waiting().size() >= MOST_WAITING) {
            throw new Refusal.Conflict(
                            "too-many-invitations",
                            MOST_WAITING + " invitations wait for an answer. Withdraw some of them first.")
                    .asException();
        }
        if (invitations.madeSince(now.minus(Duration.ofHours(1))) >= MOST_IN_AN_HOUR) {
            throw new Refusal.TooMany(
                            "too-many-invitations",
                            "That were many invitations for one hour. Go on later.",
                            Duration.ofMinutes(30))
                    .asException();
        }
        var id = ids.next();
        var token = InvitationToken.fresh(by.tenant());
        if (!invitations.add(id, address, role, words.orElse(null), token.hash(), by.memberId(), now, now.plus(LIFE))) {
            throw Invalid.field("email", "is invited already; send that invitation again instead.")
                    .asException();
        }
        audit.record("invitation.sent", "invitation", id.toString(), Map.of("name", address, "role", role.name()));
        return sent(id, token);
    }

    Sent again(CurrentMember by, UUID id) {
        by.requireAdmin();
        var invitation = waiting(by, id);
        var token = InvitationToken.fresh(by.tenant());
        var now = clock.instant();
        if (!invitations.renew(id, token.hash(), now, now.plus(LIFE), MOST_SENDS)) {
            throw new Refusal.Conflict(
                            "too-many-invitations",
                            "This invitation was sent %d times. Withdraw it and ask in another way."
                                    .formatted(invitation.sends()))
                    .asException();
        }
        audit.record("invitation.sent-again", "invitation", id.toString(), Map.of("name", invitation.email()));
        return sent(id, token);
    }

    void withdraw(CurrentMember by, UUID id) {
        by.requireAdmin();
        var invitation = waiting(by, id);
        if (invitations.withdraw(id, clock.instant())) {
            audit.record("invitation.withdrawn", "invitation", id.toString(), Map.of("name", invitation.email()));
        }
    }

    private Invitation waiting(CurrentMember by, UUID id) {
        var invitation = invitations
                .find(id)
                .orElseThrow(() -> Refusal.NotFound.of("invitation").asException());
        if (invitation.role() == Role.OWNER) {
            requireOwner(by);
        }
        return invitation;
    }

    private void requireOwner(CurrentMember by) {
        Seniority.requireOwner(by);
        stepUp.require(by);
    }

    private Sent sent(UUID id, InvitationToken token) {
        var invitation = invitations.find(id).orElseThrow();
        var link = url.to("/join#" + token.text());
        if (!outbox.configured()) {
            return new Sent(invitation, link);
        }
        outbox.send(new Mail(
                invitation.email(),
                invitation.invitedBy() + " invites you to " + agencies.current().name(),
                text(invitation, link),
                invitation.expiresAt()));
        return new Sent(invitation, null);
    }

    private String text(Invitation invitation, String link) {
        var note = invitation.note() == null
                ? ""
                : "%s writes: \"%s\"\n\n".formatted(invitation.invitedBy(), invitation.note());
        return """
                Hello,

                %s invites you to join %s on Doorstep.

                %sOpen this link within 7 days. It works once, and it is for you alone:

                %s

                If you do not know them, leave it; nothing happens without you.
                """.formatted(invitation.invitedBy(), agencies.current().name(), note, link);
    }

    static boolean expired(Invitation invitation, Instant now) {
        return !invitation.expiresAt().isAfter(now);
    }
}
