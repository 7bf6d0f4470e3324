package io.doorstep.pipeline;

import java.time.Instant;
import java.util.List;

/** What became of a move. */
public sealed interface MoveOutcome {

    /** @param undoUntil until when the same member may take it back */
    record Moved(Deal deal, int seq, Instant undoUntil) implements MoveOutcome {}

    /**
     * @param inMap whether the map has this transition; if not, an override is the only way
     * @param checks every guard with its sentence, held or not
     */
    record Refused(Deal deal, String to, String toName, boolean inMap, boolean mayOverride, List<Check> checks)
            implements MoveOutcome {}

    /** Somebody else changed the deal since it was read. */
    record Stale(Deal current) implements MoveOutcome {}
}
