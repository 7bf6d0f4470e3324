package io.doorstep.tenancy;

import java.util.UUID;

/** {@code <tenant>/<subject>/<occasion>}. */
record TaskInstanceName(TenantId tenant, UUID subject, String occasion) {

    static TaskInstanceName parse(String text) {
        var parts = text.split("/", 3);
        return new TaskInstanceName(new TenantId(UUID.fromString(parts[0])), UUID.fromString(parts[1]), parts[2]);
    }

    @Override
    public String toString() {
        return tenant + "/" + subject + "/" + occasion;
    }
}
