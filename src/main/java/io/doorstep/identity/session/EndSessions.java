package io.doorstep.identity.session;

import io.doorstep.identity.AccessChanged;
import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Members;
import io.doorstep.identity.Role;
import io.doorstep.identity.Sessions;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.audit.AuditLog;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ending needs no fresh proof: whoever finds a stranger in the list must be quicker than he. */
@Component
class EndSessions {

    private final OpenDoors doors;
    private final Sessions sessions;
    private final Members members;
    private final AccessChanged changed;
    private final AuditLog audit;

    EndSessions(OpenDoors doors, Sessions sessions, Members members, AccessChanged changed, AuditLog audit) {
        this.doors = doors;
        this.sessions = sessions;
        this.members = members;
        this.changed = changed;
        this.audit = audit;
    }

    /** One of the member's own. @throws io.doorstep.platform.Refused for anyone else's, as for none */
    @Transactional
    public void one(CurrentMember current, UUID id) {
        if (!doors.close(current.userId(), id)) {
            throw Refusal.NotFound.of("session").asException();
        }
        audit.record("session.revoked", "session", id.toString(), Map.of());
        changed.ofCredential(id);
    }

    /** All of the member's own in all agencies, but for the one at hand. */
    @Transactional
    public void others(CurrentMember current) {
        sessions.endAll(current.userId(), current.access().credential());
        audit.record("session.revoked", "session", null, Map.of("which", "all others"));
    }

    /** Of a member of this agency, here only. An owner's are ended by owners. */
    @Transactional
    public void ofMember(CurrentMember current, UUID memberId) {
        current.requireAdmin();
        var member = members.find(memberId)
                .orElseThrow(() -> Refusal.NotFound.of("member").asException());
        if (member.role() == Role.OWNER && current.role() != Role.OWNER) {
            throw new Refusal.Forbidden("role-may-not", "Only an owner may do this to an owner. Ask one of them.")
                    .asException();
        }
        var ended = doors.closeAll(current.tenant(), member.userId());
        audit.record(
                "session.revoked", "member", memberId.toString(), Map.of("name", member.name(), "sessions", ended));
        changed.ofMember(current.tenant(), member.userId());
    }
}
