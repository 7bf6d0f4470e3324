package io.doorstep.identity.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.doorstep.identity.Access;
import io.doorstep.identity.CurrentMember;
import io.doorstep.platform.Refusal;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds a key to its scopes and its share of requests, before any controller. What has no scope is refused, so a new route is closed to keys. */
@Component
class KeyGuard implements HandlerInterceptor {

    private final int perMinute;
    private final Cache<UUID, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    KeyGuard(@Value("${doorstep.limits.key-per-minute:600}") int perMinute) {
        this.perMinute = perMinute;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof CurrentMember member
                && member.access() instanceof Access.ApiKey key) {
            take(key.id());
            if (!(handler instanceof HandlerMethod method)) {
                throw forNoKey();
            }
            var needed = KeyScope.neededFor(method).orElseThrow(KeyGuard::forNoKey);
            if (!key.scopes().contains(needed.code())) {
                throw new Refusal.Forbidden(
                                "scope-missing",
                                "This key may not do this: it lacks the scope " + needed.code()
                                        + ". Make a key that has it.")
                        .asException();
            }
        }
        return true;
    }

    private void take(UUID key) {
        var bucket = buckets.get(
                key,
                _ -> Bucket.builder()
                        .addLimit(rate -> rate.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                        .build());
        var taken = bucket.tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            throw new Refusal.TooMany(
                            "too-many-requests",
                            "This key asks too often: " + perMinute + " requests a minute. Wait a little.",
                            Duration.ofNanos(taken.getNanosToWaitForRefill()).plusSeconds(1))
                    .asException();
        }
    }

    private static RuntimeException forNoKey() {
        return new Refusal.Forbidden(
                        "not-for-keys",
                        "This is done by a person who is signed in; no key may do it, whatever its scopes.")
                .asException();
    }
}
