package io.doorstep.lead;

/** What a contact point is. */
public enum ContactKind {
    EMAIL,
    PHONE
}
