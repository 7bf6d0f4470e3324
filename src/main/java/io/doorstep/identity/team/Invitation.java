package io.doorstep.identity.team;

import io.doorstep.identity.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param sends how often it was mailed, or its link shown @param invitedBy a member's name */
record Invitation(
        UUID id,
        String email,
        Role role,
        @Nullable String note,
        String invitedBy,
        Instant createdAt,
        Instant sentAt,
        int sends,
        Instant expiresAt) {}
