package io.doorstep.identity;

import java.time.ZoneId;
import java.util.UUID;

/** A user's membership in the current agency. @param colour 1 to 6, of the initials */
public record Member(
        UUID id, UUID userId, String name, String email, Role role, ZoneId timeZone, boolean takingLeads, int colour) {

    public MemberRef ref() {
        return new MemberRef(id, name, MemberRef.initialsOf(name), colour);
    }
}
