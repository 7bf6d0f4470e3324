package io.doorstep.qualification;

/** In-process and in the same transaction: deals were won or lost. */
public record OutcomeKnown() {}
