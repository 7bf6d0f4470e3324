package io.doorstep.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.doorstep.platform.Refusal;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Slows guessing down, by address and by account. */
@Component
public class SignInLimits {

    private final int perMinute;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    SignInLimits(@Value("${doorstep.limits.sign-in-per-minute:20}") int perMinute) {
        this.perMinute = perMinute;
    }

    public void take(String address, String email) {
        takeFrom("address " + address, perMinute * 5);
        takeFrom("account " + email.strip().toLowerCase(Locale.ROOT), perMinute);
    }

    private void takeFrom(String key, int limit) {
        var bucket = buckets.get(
                key,
                _ -> Bucket.builder()
                        .addLimit(rate -> rate.capacity(limit).refillGreedy(limit, Duration.ofMinutes(1)))
                        .build());
        var taken = bucket.tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            throw new Refusal.TooMany(
                            "too-many-tries",
                            "Too many tries. Wait a little.",
                            Duration.ofNanos(taken.getNanosToWaitForRefill()).plusSeconds(1))
                    .asException();
        }
    }
}
