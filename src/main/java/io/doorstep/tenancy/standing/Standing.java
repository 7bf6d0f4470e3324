package io.doorstep.tenancy.standing;

/** How an agency stands in the directory. */
public enum Standing {
    /** Being founded or imported; nobody can sign in yet. */
    PROVISIONING,
    ACTIVE,
    /** The operator holds it: nobody gets in, its tasks wait, nothing is lost. */
    SUSPENDED,
    /** Its owner asked for its deletion and may still take that back. */
    CLOSING,
    /** Its rows are going; there is no way back. */
    ERASING,
    /** A sign-up that was never finished. */
    CLOSED;

    boolean open() {
        return this == ACTIVE || this == PROVISIONING;
    }
}
