package io.doorstep.model;

/** Who reads and words for the assistant; the built-in engine is beneath the model at every step. */
enum Engine {
    BUILT_IN,
    MODEL
}
