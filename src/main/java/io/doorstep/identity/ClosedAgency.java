package io.doorstep.identity;

import static java.time.ZoneOffset.UTC;

import io.doorstep.platform.Refusal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a member of a suspended or closing agency is told, who has just shown who they are. */
record ClosedAgency(
        String name, @Nullable String reason, @Nullable Instant eraseAt) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);

    Refusal.Forbidden refusal() {
        if (eraseAt != null) {
            return new Refusal.Forbidden(
                    "agency-closing",
                    name + " is closed and will be erased on " + DAY.format(eraseAt.atOffset(UTC))
                            + ". An owner can take that back until then, with the link shown when it was closed.");
        }
        return new Refusal.Forbidden(
                "agency-suspended",
                name + " is suspended by whoever runs this Doorstep" + (reason == null ? "" : ": " + reason)
                        + ". Nothing of it is lost. Ask them.");
    }
}
