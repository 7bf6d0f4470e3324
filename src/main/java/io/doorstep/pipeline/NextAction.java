package io.doorstep.pipeline;

import java.time.Instant;
import java.util.UUID;

/** What must happen next on an open deal, by whom, until when. */
public record NextAction(UUID id, UUID dealId, Kind kind, String title, UUID ownerId, Instant dueAt) {

    public enum Kind {
        ASSISTANT,
        CALL,
        MESSAGE,
        EMAIL,
        BOOK,
        MEET,
        OUTCOME,
        DOCUMENT,
        WAIT,
        OTHER
    }

    /** One that is planned and not yet somebody's. */
    public record Plan(Kind kind, String title, Instant dueAt) {}
}
