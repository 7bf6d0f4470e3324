package io.doorstep.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.tenancy.audit.AuditLog;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the agencies of a member about wrong passwords for that member: after the answer, which must not take longer for an e-mail that is
 * known; and {@link #A_DAY} of them a day at most, because a log that can't be deleted from is not for strangers to fill.
 */
@Component
class FailedSignIns {

    private static final int A_DAY = 50;

    private final Directory directory;
    private final AuditLog audit;
    private final AfterAnswer afterAnswer;
    private final TransactionTemplate transaction;
    private final Cache<UUID, Bucket> told = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofDays(1))
            .build();

    FailedSignIns(Directory directory, AuditLog audit, AfterAnswer afterAnswer, TransactionTemplate transaction) {
        this.directory = directory;
        this.audit = audit;
        this.afterAnswer = afterAnswer;
        this.transaction = transaction;
    }

    void tell(UUID user, String address) {
        afterAnswer.run(() -> {
            var left = told.get(
                    user,
                    _ -> Bucket.builder()
                            .addLimit(rate -> rate.capacity(A_DAY).refillGreedy(A_DAY, Duration.ofDays(1)))
                            .build());
            if (!left.tryConsume(1)) return;
            for (var membership : directory.membershipsOf(user)) {
                TenantScope.runIn(
                        membership.tenant(),
                        () -> transaction.executeWithoutResult(_ -> audit.record(
                                "member.sign-in-failed",
                                "member",
                                membership.memberId().toString(),
                                Map.of("from", address))));
            }
        });
    }
}
