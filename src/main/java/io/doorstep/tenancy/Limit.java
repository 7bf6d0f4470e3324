package io.doorstep.tenancy;

/** What the database holds a transaction to beside its tenant, whatever the code does. */
enum Limit {
    NONE,
    /** An agent: leads of colleagues do not exist where the agency says so. */
    SIGHT,
    /** A viewer: nothing can be written. */
    READ_ONLY
}
