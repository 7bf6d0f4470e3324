package io.doorstep.qualification;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * In-process and in the same transaction: these keys of the lead say something new, and the score has been made again.
 *
 * @param memberId the member who entered it by hand; null when it was read out of the conversation
 */
public record FactsChanged(
        UUID leadId, Set<String> keys, @Nullable UUID memberId) {}
