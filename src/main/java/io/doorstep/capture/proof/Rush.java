package io.doorstep.capture.proof;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.TenantScope;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether strangers come to an agency's door faster than people do. Counts first touches on this node; once there are more than
 * {@code doorstep.limits.strangers-per-minute}, the agency is rushed until {@link #CALM} has passed without it.
 */
@Component
class Rush {

    static final Duration CALM = Duration.ofMinutes(10);

    enum Watch {
        /** Ask strangers for a proof only while they rush. */
        AUTO,
        ALWAYS,
        NEVER
    }

    private record Door(Bucket strangers, AtomicReference<Instant> rushedUntil) {}

    private final Watch watch;
    private final int perMinute;
    private final Clock clock;
    private final Cache<TenantId, Door> doors = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    Rush(
            @Value("${doorstep.capture.proof:auto}") Watch watch,
            @Value("${doorstep.limits.strangers-per-minute:300}") int perMinute,
            Clock clock) {
        this.watch = watch;
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** Counts one stranger. @return whether this one must prove something */
    boolean meets() {
        return switch (watch) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> {
                var door =
                        doors.get(TenantScope.current(), _ -> new Door(bucket(), new AtomicReference<>(Instant.MIN)));
                if (!door.strangers().tryConsume(1)) {
                    door.rushedUntil().set(clock.instant().plus(CALM));
                }
                yield clock.instant().isBefore(door.rushedUntil().get());
            }
        };
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(rate -> rate.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
