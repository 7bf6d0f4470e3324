package io.doorstep.lead;

/** What a lead may agree to. */
public enum ConsentChannel {
    SMS,
    EMAIL,
    CALL,
    WEB_CHAT
}
