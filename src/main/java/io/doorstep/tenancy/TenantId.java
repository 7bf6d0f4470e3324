package io.doorstep.tenancy;

import java.util.UUID;

/** An agency. */
public record TenantId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
