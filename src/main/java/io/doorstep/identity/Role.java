package io.doorstep.identity;

/** What a member may do in an agency. */
public enum Role {
    OWNER,
    ADMIN,
    AGENT,
    VIEWER;

    /** May move a deal outside the allowed map, with a reason, and change the agency's settings. */
    public boolean mayOverride() {
        return this == OWNER || this == ADMIN;
    }

    public boolean mayWrite() {
        return this != VIEWER;
    }
}
