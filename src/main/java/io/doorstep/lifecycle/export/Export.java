package io.doorstep.lifecycle.export;

import java.time.Instant;
import java.util.UUID;

/** A copy of the agency's data, as far as it is. */
sealed interface Export {

    Asked asked();

    record Asked(UUID id, UUID by, Instant at) {}

    record Requested(Asked asked) implements Export {}

    record Running(Asked asked, int percent) implements Export {}

    /** @param sha256 of the file */
    record Ready(Asked asked, Instant readyAt, Instant expiresAt, long rows, long bytes, String sha256)
            implements Export {}

    record Failed(Asked asked, String problem) implements Export {}

    record Expired(Asked asked) implements Export {}
}
