package io.doorstep.language;

/** Who wrote a turn: the person who may buy or rent, the automated assistant, or a member of the agency. */
public enum Speaker {
    LEAD,
    ASSISTANT,
    MEMBER
}
