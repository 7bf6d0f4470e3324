package io.doorstep.booking;

import io.doorstep.identity.MemberRef;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as screens show it; times carry the offset of {@code timeZone}, where people meet.
 *
 * @param outcomeMissing it is over and nobody has said how it ended
 */
public record AppointmentView(
        UUID id,
        int version,
        UUID leadId,
        String leadName,
        @Nullable UUID dealId,
        MemberRef member,
        Appointment.Kind kind,
        @Nullable String place,
        @Nullable String listingName,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        String timeZone,
        Appointment.Status status,
        boolean outcomeMissing,
        OffsetDateTime createdAt) {}
