package io.doorstep.desk;

import io.doorstep.identity.MemberRef;
import io.doorstep.qualification.GradeRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead as a line of the list.
 *
 * @param wish of the deal that counts: the open one, else the newest
 */
record LeadRow(
        UUID id,
        String name,
        String initials,
        @Nullable GradeRef grade,
        String wish,
        @Nullable Long valueMinor,
        String currency,
        String source,
        @Nullable MemberRef owner,
        @Nullable String stage,
        @Nullable Instant lastMessageAt,
        Instant createdAt) {}
