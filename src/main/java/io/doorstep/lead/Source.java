package io.doorstep.lead;

/** Where a lead or a touch came from. */
public enum Source {
    WEB_CHAT,
    FORM,
    SMS,
    EMAIL,
    ADS,
    PORTAL,
    REFERRAL,
    PHONE,
    IMPORT,
    API,
    MANUAL
}
