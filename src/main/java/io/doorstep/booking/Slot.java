package io.doorstep.booking;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A time that can be booked with one member. Its id says everything, so that an offer needs no row until it is taken. */
public record Slot(UUID memberId, Instant startsAt, Duration length) {

    private static final Pattern ID =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})~(\\d{1,11})~(\\d{1,3})");

    public Instant endsAt() {
        return startsAt.plus(length);
    }

    /** {@code <member id>~<start in epoch seconds>~<minutes>} */
    public String id() {
        return "%s~%d~%d".formatted(memberId, startsAt.getEpochSecond(), length.toMinutes());
    }

    /** Empty for anything that is no slot id: it comes from outside. */
    public static Optional<Slot> of(String id) {
        var match = ID.matcher(id);
        if (!match.matches()) return Optional.empty();
        var minutes = Integer.parseInt(match.group(3));
        if (minutes == 0 || minutes > 480) return Optional.empty();
        try {
            var start = Instant.ofEpochSecond(Long.parseLong(match.group(2)));
            return Optional.of(new Slot(UUID.fromString(match.group(1)), start, Duration.ofMinutes(minutes)));
        } catch (DateTimeException | ArithmeticException outOfRange) {
            return Optional.empty();
        }
    }
}
