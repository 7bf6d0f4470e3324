package io.doorstep.capture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.TenantScope;
import io.github.bucket4j.Bucket;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many requests a minute the open door takes: from one visitor, from one address, for one site. A refused request was not received;
 * the client sends the same again later.
 */
@Component
class MessageLimits {

    private static final int VISITORS_AT_AN_ADDRESS = 10; // offices and schools share one
    private static final int VISITORS_ON_A_SITE = 100;
    private static final int FORMS_FOR_MESSAGES = 6;
    private static final int FORMS_ON_A_SITE = 5;

    private final int perMinute;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    MessageLimits(@Value("${doorstep.limits.messages-per-minute:60}") int perMinute) {
        this.perMinute = perMinute;
    }

    /** Before anything is looked up, so that guessing site keys is slow too. */
    void takeForAddress(String address) {
        // Behind a proxy on the same machine that does not say who asks, everybody is this address.
        if (!isLoopback(address)) {
            take("address " + address, perMinute * VISITORS_AT_AN_ADDRESS);
        }
    }

    /** A form makes a lead at once, so an address has far fewer of them. */
    void takeForm(@Nullable String address) {
        if (address != null && !isLoopback(address)) {
            take("form " + address, Math.max(1, perMinute / FORMS_FOR_MESSAGES));
        }
        take("forms of " + TenantScope.current(), perMinute * FORMS_ON_A_SITE);
    }

    void take(String siteKey, Visitor visitor) {
        take("visitor " + siteKey + " " + visitor.hex(), perMinute);
        take("site " + siteKey, perMinute * VISITORS_ON_A_SITE);
    }

    private void take(String key, int limit) {
        var taken = buckets.get(
                        key,
                        _ -> Bucket.builder()
                                .addLimit(rate -> rate.capacity(limit).refillGreedy(limit, Duration.ofMinutes(1)))
                                .build())
                .tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            throw new Refusal.TooMany(
                            "too-many-messages",
                            "That was a lot at once, and the last one was not received. Send it again in a moment.",
                            Duration.ofNanos(taken.getNanosToWaitForRefill()).plusSeconds(1))
                    .asException();
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
