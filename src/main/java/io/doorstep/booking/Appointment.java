package io.doorstep.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param zone where its times are said: the member's, for that is where people meet */
public record Appointment(
        UUID id,
        int version,
        UUID leadId,
        @Nullable UUID dealId,
        UUID memberId,
        @Nullable UUID listingId,
        Kind kind,
        @Nullable String place,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        Status status,
        Instant createdAt) {

    public enum Kind {
        VIEWING,
        CALL,
        CONSULT
    }

    public enum Status {
        BOOKED,
        COMPLETED,
        NO_SHOW,
        CANCELLED;

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Duration length() {
        return Duration.between(startsAt, endsAt);
    }
}
