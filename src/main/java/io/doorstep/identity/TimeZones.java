package io.doorstep.identity;

import io.doorstep.platform.Refusal;
import java.time.DateTimeException;
import java.time.ZoneId;

/** Time zones as people name them. */
public final class TimeZones {

    private TimeZones() {}

    /** @throws io.doorstep.platform.Refused naming the field */
    public static ZoneId parse(String name, String field) {
        try {
            var zone = ZoneId.of(name);
            if (zone.getId().contains("/")) {
                return zone; // a region with its rules; a bare offset would be wrong half of the year
            }
        } catch (DateTimeException unknown) {
            // falls through to the refusal
        }
        throw Refusal.Invalid.field(field, "is not a time zone such as America/Chicago.")
                .asException();
    }
}
