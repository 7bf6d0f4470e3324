package io.doorstep.identity.team;

import io.doorstep.identity.AccessChanged;
import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Role;
import io.doorstep.identity.StepUp;
import io.doorstep.identity.team.TeamMembers.TeamMember;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Tasks;
import io.doorstep.tenancy.audit.AuditLog;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Roles, leaving and coming back. Who acts and who is acted on are locked first and read then, so that of two owners who unmake each
 * other at once the second one is no owner any more; the database holds the last owner in any case.
 */
@Component
@Transactional
class ChangeTeam {

    private static final List<Duration> LOOK_AGAIN = List.of(Duration.ofSeconds(5), Duration.ofMinutes(1));

    private final TeamMembers members;
    private final Belongings belongings;
    private final AccessChanged access;
    private final StepUp stepUp;
    private final Tasks tasks;
    private final AuditLog audit;
    private final Clock clock;

    ChangeTeam(
            TeamMembers members,
            Belongings belongings,
            AccessChanged access,
            StepUp stepUp,
            Tasks tasks,
            AuditLog audit,
            Clock clock) {
        this.members = members;
        this.belongings = belongings;
        this.access = access;
        this.stepUp = stepUp;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /** How a member's things go to others. @param to null to go by turn */
    record HandingOver(@Nullable UUID to) {}

    /** @param handing needed where somebody becomes a viewer and holds something */
    void role(CurrentMember by, UUID id, Role role, @Nullable HandingOver handing) {
        var subject = locked(by, id, role);
        if (!subject.active()) {
            throw deactivated(subject);
        }
        if (subject.role() == role) {
            return;
        }
        if (role == Role.OWNER) {
            stepUp.require(by);
        }
        members.setRole(id, role);
        requireAnOwner();
        if (!role.mayWrite()) {
            handOver(subject, handing);
        }
        audit.record(
                "member.role-changed",
                "member",
                id.toString(),
                Map.of("name", subject.name(), "from", subject.role().name(), "to", role.name()));
        access.ofMember(by.tenant(), subject.userId());
    }

    void deactivate(CurrentMember by, UUID id, HandingOver handing) {
        if (id.equals(by.memberId())) {
            throw new Refusal.Conflict("own-membership", "You can't deactivate yourself. Ask another owner or admin.")
                    .asException();
        }
        var subject = locked(by, id, null);
        if (!subject.active()) {
            return;
        }
        members.setActive(id, false);
        requireAnOwner();
        handOver(subject, handing);
        audit.record("member.deactivated", "member", id.toString(), Map.of("name", subject.name()));
        access.ofMember(by.tenant(), subject.userId());
    }

    /** Back as they left: their role, and none of the leads that went to others. */
    void reactivate(CurrentMember by, UUID id) {
        var subject = locked(by, id, null);
        if (subject.active()) {
            return;
        }
        members.setActive(id, true);
        audit.record("member.reactivated", "member", id.toString(), Map.of("name", subject.name()));
        access.ofMember(by.tenant(), subject.userId());
    }

    private TeamMember locked(CurrentMember by, UUID id, @Nullable Role wanted) {
        var locked = members.lock(by.memberId(), id);
        var subject = locked.get(id);
        if (subject == null) {
            throw Refusal.NotFound.of("member").asException();
        }
        var me = locked.get(by.memberId());
        if (me == null || !me.active()) {
            throw new Refusal.Forbidden("role-may-not", "You are not on the team any more.").asException();
        }
        Seniority.require(
                new CurrentMember(by.tenant(), by.memberId(), by.userId(), me.role(), by.access()),
                subject.role(),
                wanted == null ? subject.role() : wanted);
        return subject;
    }

    /** The database says so again at commit, where two at once are seen; here it can be said in words. */
    private void requireAnOwner() {
        if (members.all().stream().noneMatch(member -> member.active() && member.role() == Role.OWNER)) {
            throw Seniority.lastOwner();
        }
    }

    private void handOver(TeamMember from, @Nullable HandingOver handing) {
        if (handing == null) {
            if (belongings.any(from.id())) {
                throw Refusal.Invalid.field(
                                "handOver",
                                "is needed: %s has leads, deals or appointments. Say who takes them."
                                        .formatted(from.name()))
                        .asException();
            }
        } else {
            belongings.handOver(from.id(), handing.to());
        }
        // Somebody may be giving them a lead at this moment, and have read that they are on the team.
        LOOK_AGAIN.forEach(wait -> tasks.schedule(
                HandOverRest.TASK,
                from.id(),
                clock.instant() + "+" + wait,
                clock.instant().plus(wait)));
    }

    private static RuntimeException deactivated(TeamMember member) {
        return new Refusal.Conflict("member-deactivated", member.name() + " is deactivated. Take them back first.")
                .asException();
    }
}
