package io.doorstep.qualification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** How deals ended, which the pipeline knows. Called inside a transaction. */
public interface Outcomes {

    record Outcome(UUID leadId, Instant openedAt, Instant closedAt, boolean won) {}

    /** Every deal that is won or lost, the oldest first. */
    List<Outcome> closed();
}
