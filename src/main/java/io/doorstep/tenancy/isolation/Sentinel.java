package io.doorstep.tenancy.isolation;

import java.util.UUID;

/** A word that stands in the rows of one probe agency and nowhere else. Where another agency meets it, something leaked. */
final class Sentinel {

    /** Lower-case letters and digits, so that it survives folding, indexing and casts to and from JSON. */
    static String of(UUID tenant) {
        return "zq" + tenant.toString().substring(0, 8);
    }

    /** Whether text holds the word or the id of one of them. */
    static boolean names(String text, UUID... tenants) {
        for (var tenant : tenants) {
            if (text.contains(of(tenant)) || text.contains(tenant.toString())) {
                return true;
            }
        }
        return false;
    }

    private Sentinel() {}
}
