package io.doorstep.lead;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who the person is, in a line.
 *
 * @param displayName name, else phone, else e-mail, else {@code Visitor 48F2}
 * @param foldedInto the lead that owned this one's contact point first, if any
 */
public record LeadSummary(
        UUID id,
        @Nullable String name,
        String displayName,
        Source source,
        @Nullable UUID ownerId,
        @Nullable String timeZone,
        @Nullable UUID foldedInto,
        boolean synthetic,
        Instant createdAt,
        @Nullable Instant lastInboundAt,
        @Nullable Instant lastOutboundAt) {}
