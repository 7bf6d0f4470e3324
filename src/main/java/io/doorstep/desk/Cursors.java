package io.doorstep.desk;

import io.doorstep.platform.Cursor;
import io.doorstep.platform.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** Reads the keys of a cursor; one that was made up is refused, not thrown about. */
final class Cursors {

    private Cursors() {}

    private static final Instant LATEST =
            Instant.parse("9999-12-31T00:00:00Z"); // the database knows no time much later

    static Instant instant(Cursor cursor, int key) {
        try {
            var time = Instant.parse(cursor.keys().get(key));
            if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
                throw refused();
            }
            return time;
        } catch (DateTimeException madeUp) {
            throw refused();
        }
    }

    static UUID uuid(Cursor cursor, int key) {
        try {
            return UUID.fromString(cursor.keys().get(key));
        } catch (IllegalArgumentException madeUp) {
            throw refused();
        }
    }

    static long number(Cursor cursor, int key) {
        try {
            return Long.parseLong(cursor.keys().get(key));
        } catch (NumberFormatException madeUp) {
            throw refused();
        }
    }

    private static RuntimeException refused() {
        return Refusal.Invalid.field("cursor", "is not one that this list gave; start again without it.")
                .asException();
    }
}
