package io.doorstep.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.doorstep.platform.Problem;
import io.doorstep.tenancy.TenantId;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.ObjectMapper;

/**
 * Keeps one agency from taking the server away from the others: so many requests of an agency are worked on at once, the rest wait a moment; and so
 * many a minute of one member. Per node. Streams do not count: they wait, they do not work.
 */
@Component
class FairShare extends OncePerRequestFilter {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final int atOnce;
    private final int perMinute;
    private final ObjectMapper json;
    private final Cache<TenantId, Semaphore> working =
            Caffeine.newBuilder().weakValues().build();
    private final Cache<UUID, Bucket> rates = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    /**
     * @param atOnce    of the {@code doorstep.db.pool-size} connections of a node, how many an agency may keep busy
     * @param perMinute of one member, over all of his screens and clients
     */
    FairShare(
            @Value("${doorstep.limits.requests-at-once:8}") int atOnce,
            @Value("${doorstep.limits.requests-per-minute:3000}") int perMinute,
            ObjectMapper json) {
        this.atOnce = atOnce;
        this.perMinute = perMinute;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return MediaType.TEXT_EVENT_STREAM_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof CurrentMember member)) {
            chain.doFilter(request, response);
            return;
        }
        var taken = rates.get(member.memberId(), _ -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            refuse(
                    response,
                    "too-many-requests",
                    "That is more than " + perMinute + " requests in a minute. Wait a little.",
                    Duration.ofNanos(taken.getNanosToWaitForRefill()).plusSeconds(1));
            return;
        }
        var share = working.get(member.tenant(), _ -> new Semaphore(atOnce, true));
        if (!acquired(share)) {
            refuse(
                    response,
                    "agency-busy",
                    "Your agency asks for more at once than the server gives to one agency. Nothing was done; try again in a second.",
                    Duration.ofSeconds(1));
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            share.release();
        }
    }

    private static boolean acquired(Semaphore share) {
        try {
            return share.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(rate -> rate.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    private void refuse(HttpServletResponse response, String code, String detail, Duration retryAfter)
            throws IOException {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds())));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), Problem.of(HttpStatus.TOO_MANY_REQUESTS, code, detail));
    }
}
