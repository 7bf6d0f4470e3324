package io.doorstep.qualification;

/** Who said that it is so. What an engine read out of a message needs the message and the words. */
public enum Origin {
    LOCAL_ENGINE,
    MODEL,
    FORM,
    MEMBER,
    IMPORT;

    boolean needsEvidence() {
        return this == LOCAL_ENGINE || this == MODEL;
    }
}
