package io.doorstep.identity.mfa;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.doorstep.identity.Access;
import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.SecondFactorPolicy;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.TenantScope;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds each request against its agency's policy. A new policy acts at once on this node and within {@link #STALE} on others; nobody is
 * locked out by it, since the way to a second factor stays open.
 */
@Component
class EnforceMfa implements SecondFactorPolicy {

    private static final Duration STALE = Duration.ofSeconds(10);

    private final MfaPolicies policies;
    private final Factors factors;
    private final TransactionTemplate transaction;
    private final Cache<TenantId, Required> recent =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(STALE).build();

    EnforceMfa(MfaPolicies policies, Factors factors, TransactionTemplate transaction) {
        this.policies = policies;
        this.factors = factors;
        this.transaction = transaction;
    }

    @Override
    public Optional<Refusal.Forbidden> objectionTo(CurrentMember member) {
        if (!requiredIn(member.tenant()).binds(member.role())) {
            return Optional.empty();
        }
        return switch (member.access()) {
            case Access.Session session ->
                session.proof().stream().anyMatch(Factors.STRONG::contains)
                        ? Optional.empty()
                        : Optional.of(factors.of(member.userId()).any() ? toShow() : toEnrol());
            // Who has a factor had to show it for the token; a key was made by one who had.
            case Access.Token _ -> factors.of(member.userId()).any() ? Optional.empty() : Optional.of(toEnrol());
            case Access.ApiKey _ -> Optional.empty();
        };
    }

    Required requiredIn(TenantId tenant) {
        return Objects.requireNonNull(recent.get(
                tenant, _ -> TenantScope.callIn(tenant, () -> transaction.execute(_ -> policies.current()))));
    }

    void changed(TenantId tenant) {
        recent.invalidate(tenant);
    }

    private static Refusal.Forbidden toEnrol() {
        return new Refusal.Forbidden(
                "mfa-enrolment-needed", "This agency asks for a second step at sign-in. Set yours up, then go on.");
    }

    private static Refusal.Forbidden toShow() {
        return new Refusal.Forbidden(
                "second-factor-needed", "This agency asks for a second step at sign-in. Show yours, then go on.");
    }
}
