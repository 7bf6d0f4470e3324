package io.doorstep.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.ZoneOffset.UTC;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.doorstep.platform.Ids;
import io.doorstep.tenancy.Gate;
import io.doorstep.tenancy.TenantId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sessions of the web app. The cookie holds 256 random bits, the database their SHA-256. A member's removal and a sign-out on another
 * node act within {@link #STALE}.
 */
@Component
public class Sessions {

    static final Duration LIFE = Duration.ofHours(12);
    private static final Duration STALE = Duration.ofSeconds(10);

    private final JdbcClient gate;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, CurrentMember> recent =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(STALE).build();

    Sessions(@Gate JdbcClient gate, Ids ids, Clock clock) {
        this.gate = gate;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A new session. Only {@link FinishSignIn} opens one.
     *
     * @param proof   how the person proved who they are
     * @param provenAt when they did
     * @return the cookie's value
     */
    String open(UUID userId, TenantId tenant, Set<Proof> proof, Instant provenAt, Client client) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        gate.sql("""
                insert into session (token_hash, id, user_id, tenant_id, created_at, authenticated_at, last_seen_at, expires_at, proof,
                                     address, user_agent)
                values (:hash, :id, :user, :tenant, :now, :proven, :now, :expires, :proof, :address, :agent)
                """)
                .param("hash", hash(token))
                .param("id", ids.next())
                .param("user", userId)
                .param("tenant", tenant.value())
                .param("now", now.atOffset(UTC))
                .param("proven", provenAt.atOffset(UTC))
                .param("expires", now.plus(LIFE).atOffset(UTC))
                .param("proof", proof.stream().map(Proof::name).sorted().toArray(String[]::new))
                .param("address", client.address())
                .param("agent", client.userAgent())
                .update();
        return token;
    }

    Optional<CurrentMember> memberOf(String token) {
        var known = recent.getIfPresent(token);
        if (known != null) {
            return Optional.of(known);
        }
        var found = gate.sql("""
                select s.tenant_id, m.member_id, s.user_id, m.role, s.id, s.authenticated_at, s.proof
                  from session s
                  join membership m on m.tenant_id = s.tenant_id and m.user_id = s.user_id
                  join tenant_directory t on t.id = s.tenant_id and t.status = 'ACTIVE'
                 where s.token_hash = :hash and s.revoked_at is null and s.expires_at > :now
                """)
                .param("hash", hash(token))
                .param("now", clock.instant().atOffset(UTC))
                .query((row, _) -> new CurrentMember(
                        new TenantId(row.getObject(1, UUID.class)),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        Role.valueOf(row.getString(4)),
                        new Access.Session(
                                row.getObject(5, UUID.class),
                                row.getObject(6, OffsetDateTime.class).toInstant(),
                                Arrays.stream((String[]) row.getArray(7).getArray())
                                        .map(Proof::valueOf)
                                        .collect(Collectors.toUnmodifiableSet()))))
                .optional();
        found.ifPresent(member -> recent.put(token, member));
        return found;
    }

    void revoke(String token) {
        gate.sql("update session set revoked_at = :now where token_hash = :hash and revoked_at is null")
                .param("now", clock.instant().atOffset(UTC))
                .param("hash", hash(token))
                .update();
        recent.invalidate(token);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }
}
