package io.doorstep.pipeline;

import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who moves a deal. Only a member has a role, and so may override. */
public record Actor(
        Kind kind, @Nullable UUID memberId, @Nullable Role role) {

    public enum Kind {
        LEAD,
        ASSISTANT,
        MEMBER,
        SYSTEM
    }

    public static final Actor LEAD = new Actor(Kind.LEAD, null, null);
    public static final Actor ASSISTANT = new Actor(Kind.ASSISTANT, null, null);
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null, null);

    public static Actor member(CurrentMember member) {
        return new Actor(Kind.MEMBER, member.memberId(), member.role());
    }

    public static Actor member(UUID memberId, Role role) {
        return new Actor(Kind.MEMBER, memberId, role);
    }
}
