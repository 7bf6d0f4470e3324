package io.doorstep.model;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The patience of one turn: one deadline over all that models are asked in it. Used by one thread. */
final class ModelTurn {

    private final @Nullable UUID conversationId;
    private final long deadline;
    private @Nullable Optional<Access> access;

    ModelTurn(@Nullable UUID conversationId, Duration patience) {
        this.conversationId = conversationId;
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    @Nullable
    UUID conversationId() {
        return conversationId;
    }

    Duration left() {
        return Duration.ofNanos(deadline - System.nanoTime());
    }

    /** The provider failed this turn once; the rest of it does without. */
    void giveUp() {
        access = Optional.empty();
    }

    /** In {@link System#nanoTime()}: after so long, and not after the turn's end. */
    long deadlineIn(Duration longest) {
        return System.nanoTime() + Math.min(longest.toNanos(), left().toNanos());
    }

    /** Read once a turn, and not before somebody asks. */
    Optional<Access> access(Supplier<Optional<Access>> read) {
        var known = access;
        if (known == null) {
            known = read.get();
            access = known;
        }
        return known;
    }
}
