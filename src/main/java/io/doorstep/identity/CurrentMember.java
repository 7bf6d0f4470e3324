package io.doorstep.identity;

import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.TenantId;
import java.util.UUID;

/** Who makes this request, in which agency, with which role. The principal of every request under {@code /api}. */
public record CurrentMember(TenantId tenant, UUID memberId, UUID userId, Role role) {

    /** @throws io.doorstep.platform.Refused unless owner or admin */
    public void requireAdmin() {
        if (!role.mayOverride()) {
            throw new Refusal.Forbidden("role-may-not", "Only an owner or an admin may do this. Ask one of them.")
                    .asException();
        }
    }
}
