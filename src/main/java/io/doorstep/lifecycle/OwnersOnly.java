package io.doorstep.lifecycle;

import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Role;
import io.doorstep.platform.Refusal;

/** What concerns the agency as a whole is its owners'. */
public final class OwnersOnly {

    private OwnersOnly() {}

    /** @throws io.doorstep.platform.Refused unless an owner */
    public static void require(CurrentMember member) {
        if (member.role() != Role.OWNER) {
            throw new Refusal.Forbidden("role-may-not", "Only an owner may do this. Ask one of them.").asException();
        }
    }
}
