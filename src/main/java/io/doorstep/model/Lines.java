package io.doorstep.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.doorstep.platform.Secret;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The way to a provider with one key: one agency's empty account closes no other's. Known by a hash: no key is kept here. */
@Component
class Lines {

    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowSize(10)
            .minimumNumberOfCalls(5)
            .failureRateThreshold(60)
            .waitDurationInOpenState(Duration.ofSeconds(30))
            .permittedNumberOfCallsInHalfOpenState(2)
            .build();

    private final SecretKeySpec hashKey;
    private final Cache<String, Line> lines = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    Lines(Secret secret) {
        this.hashKey = new SecretKeySpec(secret.derive("model/line"), "HmacSHA256");
    }

    Line with(String key) {
        return lines.get(hash(key), Line::new);
    }

    private String hash(String key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(hashKey);
            return HexFormat.of().formatHex(mac.doFinal(key.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }

    static final class Line {

        private final CircuitBreaker breaker;
        private final Map<String, Long> quietUntil = new ConcurrentHashMap<>();

        Line(String name) {
            this.breaker = CircuitBreaker.of(name, BREAKER);
        }

        /** Whether the provider asked to be left alone about this model. */
        boolean isQuiet(String model) {
            var until = quietUntil.get(model);
            return until != null && until - System.nanoTime() > 0;
        }

        /** False while the provider is taken to be down. Who gets a yes has to say {@link #ended}. */
        boolean mayCall() {
            return breaker.tryAcquirePermission();
        }

        /** Nothing was called after all. */
        void released() {
            breaker.releasePermission();
        }

        void ended(String model, Outcome outcome, @Nullable Duration retryAfter, long nanos) {
            if (retryAfter != null) quietUntil.put(model, System.nanoTime() + retryAfter.toNanos());
            if (outcome.speaksAgainstProvider()) {
                breaker.onError(nanos, TimeUnit.NANOSECONDS, new IllegalStateException(outcome.name()));
            } else {
                breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
            }
        }
    }
}
