package io.doorstep.identity;

import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Actor;
import io.doorstep.tenancy.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who makes this request, in which agency, with which role. The principal of every request under {@code /api}. */
public record CurrentMember(TenantId tenant, UUID memberId, UUID userId, Role role, Access access) {

    /** Without a session of its own: at sign-in, before there is one, and for bearer tokens. */
    public CurrentMember(TenantId tenant, UUID memberId, UUID userId, Role role) {
        this(tenant, memberId, userId, role, new Access.Token());
    }

    Actor actor(@Nullable String address) {
        var via = switch (access) {
            case Access.Session _ -> "SESSION";
            case Access.Token _ -> "TOKEN";
            case Access.ApiKey _ -> "API_KEY";
        };
        var key = access instanceof Access.ApiKey(var id, var _) ? id : null;
        return new Actor(memberId, role.name(), via, key, address);
    }

    /** @throws io.doorstep.platform.Refused unless owner or admin */
    public void requireAdmin() {
        if (!role.mayOverride()) {
            throw new Refusal.Forbidden("role-may-not", "Only an owner or an admin may do this. Ask one of them.")
                    .asException();
        }
    }

    /** Looking is for everybody; taking along is not. @throws io.doorstep.platform.Refused for viewers */
    public void requireExport() {
        if (!role.mayWrite()) {
            throw new Refusal.Forbidden("role-may-not", "A viewer looks and exports nothing. Ask an owner or admin.")
                    .asException();
        }
    }
}
