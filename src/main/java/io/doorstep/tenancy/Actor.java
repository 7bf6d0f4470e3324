package io.doorstep.tenancy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts in a {@link TenantScope}: a member of the agency, as the request's session, token or key says. Tasks and the assistant have none.
 *
 * @param role    the member's role, as {@code identity.Role} names it
 * @param via     {@code SESSION, TOKEN, API_KEY}
 * @param viaId   which API key, where it is one
 * @param address the client's IP address, where there is one
 */
public record Actor(
        UUID memberId,
        String role,
        String via,
        @Nullable UUID viaId,
        @Nullable String address) {

    public Actor(UUID memberId, String role, String via, @Nullable String address) {
        this(memberId, role, via, null, address);
    }

    Limit limit() {
        return switch (role) {
            case "OWNER", "ADMIN" -> Limit.NONE;
            case "VIEWER" -> Limit.READ_ONLY;
            default -> Limit.SIGHT;
        };
    }
}
