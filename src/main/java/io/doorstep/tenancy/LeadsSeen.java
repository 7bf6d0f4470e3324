package io.doorstep.tenancy;

/** What the agents of an agency see. Owners, admins and viewers see every lead. */
public enum LeadsSeen {
    ALL,
    /** Their own leads, and those that are nobody's yet. */
    OWN
}
