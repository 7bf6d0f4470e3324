package io.doorstep.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Whom a cookie, a token or a key let in, for {@link #STALE} at most, so that not every request asks the database. Forgets at once what
 * {@link AccessChanged} names; a read that was under way meanwhile is not kept, because it may have seen the state before.
 */
public final class AccessCache {

    public static final Duration STALE = Duration.ofSeconds(10);

    /** @param until when this ends by itself, whatever the cache would allow */
    public record Admitted(CurrentMember member, Instant until) {}

    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private final Cache<String, Admitted> recent =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(STALE).build();

    public AccessCache(Clock clock) {
        this.clock = clock;
    }

    public Optional<CurrentMember> get(String credential, Function<String, Optional<Admitted>> read) {
        var now = clock.instant();
        var known = recent.getIfPresent(credential);
        if (known != null && known.until().isAfter(now)) {
            return Optional.of(known.member());
        }
        var before = changes.get();
        var found = read.apply(credential);
        found.ifPresent(admitted -> keep(credential, admitted, now, before));
        return found.map(Admitted::member);
    }

    private void keep(String credential, Admitted admitted, Instant now, long before) {
        var end = now.plus(STALE);
        recent.put(
                credential, new Admitted(admitted.member(), end.isBefore(admitted.until()) ? end : admitted.until()));
        if (changes.get() != before) {
            recent.invalidate(credential);
        }
    }

    public void forget(String credential) {
        changes.incrementAndGet();
        recent.invalidate(credential);
    }

    public void forget(Predicate<CurrentMember> touched) {
        changes.incrementAndGet();
        recent.asMap().values().removeIf(admitted -> touched.test(admitted.member()));
    }
}
