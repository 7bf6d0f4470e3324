package io.doorstep.lead;

import org.jspecify.annotations.Nullable;

/**
 * A decision of the lead about a channel, as evidence: the words, and where they were agreed to or taken back.
 *
 * @param wording the exact text agreed to; for an opt-out, the lead's own words
 * @param source where it happened, such as {@code WIDGET} or {@code FORM}
 */
public record Consent(
        ConsentChannel channel,
        boolean granted,
        String wording,
        int wordingVersion,
        String source,
        @Nullable String page,
        @Nullable String ip,
        @Nullable String userAgent) {}
