package io.doorstep.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * Makes UUIDv7 ids (RFC 9562, section 5.7): 48 bits of Unix milliseconds, 12 bits of a counter, 62 random bits. Ids of one
 * process rise strictly, so that `order by id` is the order of making, even when the clock steps back.
 */
@Component
public class Ids {

    private static final long COUNTER_LIMIT = 1L << 12;

    private final Clock clock;
    private final RandomGenerator random;
    private long lastMillis;
    private long counter;

    @org.springframework.beans.factory.annotation.Autowired
    public Ids(Clock clock) {
        this(clock, new SecureRandom());
    }

    public Ids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** The millisecond at which an id was made. */
    public static Instant madeAt(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    public UUID next() {
        long stamp;
        long low;
        synchronized (this) {
            var now = clock.millis();
            if (now > lastMillis) {
                lastMillis = now;
                counter = 0;
            } else if (++counter == COUNTER_LIMIT) {
                lastMillis++;
                counter = 0;
            }
            stamp = lastMillis << 16 | 0x7000L | counter;
            low = random.nextLong();
        }
        return new UUID(stamp, low & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }
}
