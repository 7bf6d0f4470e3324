package io.doorstep.conversation;

/** Where a conversation takes place. */
public enum Channel {
    WEB_CHAT,
    FORM,
    SMS,
    EMAIL
}
