package io.doorstep.conversation;

/** Who said it. */
public enum Author {
    LEAD,
    ASSISTANT,
    MEMBER,
    SYSTEM
}
