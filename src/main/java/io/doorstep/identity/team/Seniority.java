package io.doorstep.identity.team;

import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Role;
import io.doorstep.platform.Refusal;

/** Who may change whom: owners everybody, admins everybody but owners, and nobody makes an owner but an owner. */
final class Seniority {

    private Seniority() {}

    static void require(CurrentMember by, Role before, Role after) {
        by.requireAdmin();
        if (before == Role.OWNER || after == Role.OWNER) {
            requireOwner(by);
        }
    }

    static void requireOwner(CurrentMember by) {
        if (by.role() != Role.OWNER) {
            throw new Refusal.Forbidden("owner-needed", "Only an owner makes, changes or removes owners. Ask one.")
                    .asException();
        }
    }

    static RuntimeException lastOwner() {
        return new Refusal.Conflict(
                        "last-owner", "An agency keeps at least one owner. Make somebody else an owner first.")
                .asException();
    }
}
