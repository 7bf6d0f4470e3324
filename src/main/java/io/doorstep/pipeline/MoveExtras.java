package io.doorstep.pipeline;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What comes with a move, where a guard asks for it. */
public record MoveExtras(
        Set<String> confirmed,
        @Nullable String lostReason,
        @Nullable LocalDate nurtureUntil,
        @Nullable Long valueMinor,
        @Nullable LocalDate expectedClose) {

    public static final MoveExtras NONE = new MoveExtras(Set.of(), null, null, null, null);

    public MoveExtras {
        confirmed = Set.copyOf(confirmed);
    }
}
