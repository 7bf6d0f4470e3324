package io.doorstep.model;

/** What a model is called for. */
enum Purpose {
    UNDERSTAND,
    WORD,
    TEST
}
