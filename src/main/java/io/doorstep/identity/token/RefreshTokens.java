package io.doorstep.identity.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.doorstep.identity.AccessChanged;
import io.doorstep.identity.Client;
import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Proof;
import io.doorstep.platform.Ids;
import io.doorstep.platform.Secret;
import io.doorstep.tenancy.Actor;
import io.doorstep.tenancy.Gate;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.tenancy.audit.AuditLog;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Refresh tokens that are worth one use (RFC 9700, 4.14). A token that comes back after its use ends its whole family: either the client or
 * the thief is out, and the client notices. One exception: within {@link #GRACE} the same client gets the same successor again while nobody
 * has used that, because an answer can be lost. The successor is made from its predecessor under the installation's secret, so nothing
 * has to be kept in the clear for that, and a burst of equal requests makes one successor.
 */
@Component
public class RefreshTokens {

    static final String PREFIX = "dsr_";
    static final Duration GRACE = Duration.ofSeconds(10);

    private final TokenFamilies families;
    private final AccessTokens accessTokens;
    private final AccessChanged changed;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final TransactionTemplate gateTransaction;
    private final Secret secret;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RefreshTokens(
            TokenFamilies families,
            AccessTokens accessTokens,
            AccessChanged changed,
            AuditLog audit,
            TransactionTemplate transaction,
            @Gate PlatformTransactionManager gateTransactions,
            Secret secret,
            Ids ids,
            Clock clock) {
        this.families = families;
        this.accessTokens = accessTokens;
        this.changed = changed;
        this.audit = audit;
        this.transaction = transaction;
        this.gateTransaction = new TransactionTemplate(gateTransactions);
        this.secret = secret;
        this.ids = ids;
        this.clock = clock;
    }

    record Pair(AccessTokens.Issued access, String refreshToken, java.time.Instant refreshUntil) {}

    private sealed interface Verdict {
        record Granted(CurrentMember member, TokenFamilies.Family family, String successor) implements Verdict {}

        /** Whoever holds it, or the one from whom it was taken: both are out. */
        record Reused(TokenFamilies.Family family) implements Verdict {}

        record Refused() implements Verdict {}
    }

    /** A new family: an API client has signed in. */
    Pair open(CurrentMember member, Set<Proof> proof, Client client) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var family = ids.next();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the database keeps it
        gateTransaction.executeWithoutResult(_ -> {
            families.open(family, member, proof, client, now);
            families.addToken(family, hash(token), now);
        });
        record(member, client, "member.signed-in", member.memberId(), Map.of("by", "API client"));
        return new Pair(accessTokens.issue(member, family), token, now.plus(TokenFamilies.LIFE));
    }

    /** @return empty for a token that is unknown, over, used before, or whose member is gone: the client signs in anew */
    Optional<Pair> refresh(String token, Client client) {
        var verdict = Objects.requireNonNull(gateTransaction.execute(_ -> judge(token, client)));
        return switch (verdict) {
            case Verdict.Refused _ -> Optional.empty();
            case Verdict.Reused(var family) -> {
                changed.ofCredential(family.id());
                tell(family, client);
                yield Optional.empty();
            }
            case Verdict.Granted(var member, var family, var successor) ->
                Optional.of(new Pair(accessTokens.issue(member, family.id()), successor, family.expiresAt()));
        };
    }

    /** An API client signs out. Nothing is said of a token that is none. */
    void end(String token) {
        families.familyOf(hash(token))
                .filter(family -> families.revoke(family, "SIGNED_OUT"))
                .ifPresent(changed::ofCredential);
    }

    private Verdict judge(String token, Client client) {
        var now = clock.instant();
        var hash = hash(token);
        var family = families.familyOf(hash).flatMap(families::lock).orElse(null);
        if (family == null
                || family.revoked()
                || !family.expiresAt().isAfter(now)
                || !family.lastUsedAt().plus(TokenFamilies.IDLE).isAfter(now)) {
            return new Verdict.Refused();
        }
        var member =
                families.memberOf(family.id(), family.user(), family.tenant().value());
        if (member.isEmpty()) {
            return new Verdict.Refused();
        }
        var successor = successorOf(token);
        var used = families.token(hash).usedAt();
        if (used == null) {
            families.use(family.id(), hash, client, now);
            families.addToken(family.id(), hash(successor), now);
        } else if (!used.plus(GRACE).isAfter(now)
                || !family.client().equals(client)
                || !families.isNewest(hash(successor))) {
            families.revoke(family.id(), "REUSED");
            return new Verdict.Reused(family);
        }
        return new Verdict.Granted(member.get(), family, successor);
    }

    private void tell(TokenFamilies.Family family, Client client) {
        TenantScope.callIn(family.tenant(), () -> {
            transaction.executeWithoutResult(_ -> audit.record(
                    "token-family.revoked",
                    "session",
                    family.id().toString(),
                    Map.of("why", "a refresh token was used twice", "from", client.address())));
            return true;
        });
    }

    private void record(CurrentMember member, Client client, String action, UUID subject, Map<String, ?> detail) {
        var actor = new Actor(member.memberId(), member.role().name(), "TOKEN", client.address());
        TenantScope.callAs(member.tenant(), actor, () -> {
            transaction.executeWithoutResult(_ -> audit.record(action, "member", subject.toString(), detail));
            return true;
        });
    }

    private String successorOf(String token) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.derive("refresh-successor"), "HmacSHA256"));
            return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(token.getBytes(UTF_8)));
        } catch (GeneralSecurityException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (GeneralSecurityException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }
}
