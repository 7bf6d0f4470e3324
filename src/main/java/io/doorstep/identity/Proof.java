package io.doorstep.identity;

/** What a person showed to sign in. */
public enum Proof {
    PASSWORD,
    EMAIL_LINK,
    PASSKEY,
    TOTP,
    RECOVERY_CODE,
    OIDC
}
