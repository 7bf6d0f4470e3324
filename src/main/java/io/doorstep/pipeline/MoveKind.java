package io.doorstep.pipeline;

/** How a row of a deal's history came about. */
public enum MoveKind {
    OPENED,
    TRANSITION,
    OVERRIDE,
    UNDO,
    /** The lead wants something else than thought: same stage, another pipeline. */
    REROUTED
}
