package io.doorstep.qualification;

/** What a score means for the day: HOT is worth a call now, UNQUALIFIED is not worth one yet. */
public enum Grade {
    HOT,
    WARM,
    NURTURE,
    UNQUALIFIED
}
