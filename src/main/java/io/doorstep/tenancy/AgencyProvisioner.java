package io.doorstep.tenancy;

import java.time.ZoneId;
import java.util.UUID;

/** Gives a new agency what it needs from one room to work as it is. Runs in the tenant's transaction at sign-up; idempotent. */
public interface AgencyProvisioner {

    /** Lower ones first. */
    int order();

    void provision(NewAgency agency);

    record NewAgency(TenantId tenant, String name, ZoneId zone, String currency, UUID ownerId) {}
}
