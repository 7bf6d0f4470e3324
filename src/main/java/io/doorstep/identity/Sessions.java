package io.doorstep.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.ZoneOffset.UTC;

import io.doorstep.identity.token.TokenFamilies;
import io.doorstep.platform.Ids;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Gate;
import io.doorstep.tenancy.TenantId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sessions of the web app. The cookie holds 256 random bits, the database their SHA-256. One ends {@link #LIFE} after it began,
 * {@link #IDLE} after the last request, and when it is revoked or its member removed: at once here, within
 * {@link AccessCache#STALE} on every node.
 */
@Component
public class Sessions implements AccessChanged.Listener {

    static final Duration LIFE = Duration.ofHours(12);
    public static final Duration IDLE = Duration.ofHours(2);
    static final Duration KEPT = Duration.ofDays(30);
    /** Seen is written this rarely: a busy session costs one write a minute, not one a request. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final JdbcClient gate;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final TokenFamilies families;
    private final AccessChanged changed;
    private final AccessCache recent;

    Sessions(@Gate JdbcClient gate, Ids ids, Clock clock, TokenFamilies families, AccessChanged changed) {
        this.gate = gate;
        this.ids = ids;
        this.clock = clock;
        this.families = families;
        this.changed = changed;
        this.recent = new AccessCache(clock);
    }

    /**
     * A new session. Only {@link FinishSignIn} opens one.
     *
     * @param proof   how the person proved who they are
     * @param provenAt when they did
     * @return the cookie's value
     */
    String open(UUID userId, TenantId tenant, Set<Proof> proof, Instant provenAt, Client client) {
        var token = newToken();
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

    /**
     * The same session, proved anew (a step-up): under a new cookie value, so that one taken before is worth nothing now.
     *
     * @param proof what was shown now; the session keeps what was shown before
     * @return the cookie's new value
     * @throws io.doorstep.platform.Refused when it has ended meanwhile
     */
    public String prove(Access.Session session, Set<Proof> proof) {
        var token = newToken();
        var rotated = gate.sql("""
                update session
                   set token_hash = :hash, authenticated_at = :now, last_seen_at = :now,
                       proof = array(select distinct unnest(proof || :proof::text[]) order by 1)
                 where id = :id and revoked_at is null and expires_at > :now
                """)
                .param("hash", hash(token))
                .param("now", clock.instant().atOffset(UTC))
                .param("proof", proof.stream().map(Proof::name).toArray(String[]::new))
                .param("id", session.id())
                .update();
        if (rotated == 0) {
            throw new Refusal.Unauthenticated("not-signed-in", "The session has ended. Sign in again.").asException();
        }
        changed.ofCredential(session.id());
        return token;
    }

    Optional<CurrentMember> memberOf(String token) {
        return recent.get(token, this::read);
    }

    private Optional<AccessCache.Admitted> read(String token) {
        var now = clock.instant();
        var found = gate.sql("""
                select s.tenant_id, m.member_id, s.user_id, m.role, s.id, s.authenticated_at, s.proof, s.expires_at, s.last_seen_at
                  from session s
                  join membership m on m.tenant_id = s.tenant_id and m.user_id = s.user_id
                  join tenant_directory t on t.id = s.tenant_id and t.status = 'ACTIVE'
                 where s.token_hash = :hash and s.revoked_at is null and s.expires_at > :now and s.last_seen_at > :idle
                """)
                .param("hash", hash(token))
                .param("now", now.atOffset(UTC))
                .param("idle", now.minus(IDLE).atOffset(UTC))
                .query((row, _) -> {
                    var member = new CurrentMember(
                            new TenantId(row.getObject(1, UUID.class)),
                            row.getObject(2, UUID.class),
                            row.getObject(3, UUID.class),
                            Role.valueOf(row.getString(4)),
                            new Access.Session(
                                    row.getObject(5, UUID.class),
                                    instant(row, 6),
                                    Arrays.stream((String[]) row.getArray(7).getArray())
                                            .map(Proof::valueOf)
                                            .collect(Collectors.toUnmodifiableSet())));
                    return new Found(new AccessCache.Admitted(member, instant(row, 8)), instant(row, 9));
                })
                .optional();
        found.filter(session -> session.seen().plus(SEEN_EVERY).isBefore(now))
                .ifPresent(session -> see(session.admitted().member().access(), now));
        return found.map(Found::admitted);
    }

    private record Found(AccessCache.Admitted admitted, Instant seen) {}

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private void see(Access session, Instant now) {
        gate.sql("update session set last_seen_at = :now where id = :id and last_seen_at < :now")
                .param("now", now.atOffset(UTC))
                .param("id", session.credential())
                .update();
    }

    /** Of these sessions, those that still let somebody in, with the role they give now. Asking is no activity. */
    Map<UUID, Role> stillOpen(Collection<UUID> sessions) {
        var now = clock.instant();
        return gate
                .sql("""
                select s.id, m.role
                  from session s
                  join membership m on m.tenant_id = s.tenant_id and m.user_id = s.user_id
                  join tenant_directory t on t.id = s.tenant_id and t.status = 'ACTIVE'
                 where s.id = any(:ids) and s.revoked_at is null and s.expires_at > :now and s.last_seen_at > :idle
                """)
                .param("ids", sessions.toArray(UUID[]::new))
                .param("now", now.atOffset(UTC))
                .param("idle", now.minus(IDLE).atOffset(UTC))
                .query((row, _) -> Map.entry(row.getObject(1, UUID.class), Role.valueOf(row.getString(2))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void revoke(String token) {
        gate.sql("""
                update session set revoked_at = :now where token_hash = :hash and revoked_at is null returning id
                """)
                .param("now", clock.instant().atOffset(UTC))
                .param("hash", hash(token))
                .query(UUID.class)
                .optional()
                .ifPresent(changed::ofCredential);
        recent.forget(token);
    }

    /** All sessions of a user in all agencies, and what API clients signed in with, but for one that may stay. */
    public void endAll(UUID user, @Nullable UUID except) {
        gate.sql("""
                update session set revoked_at = :now
                 where user_id = :user and id is distinct from :except and revoked_at is null
                """)
                .param("now", clock.instant().atOffset(UTC))
                .param("user", user)
                .param("except", except)
                .update();
        families.endAll(user, except);
        changed.ofUser(user);
    }

    /** What ended a month ago: long enough to look into what happened. */
    int sweep() {
        return gate.sql("""
                delete from session where id in (select id from session where expires_at < :before limit 5000)
                """)
                .param("before", clock.instant().minus(KEPT).atOffset(UTC))
                .update();
    }

    @Override
    public void accessChanged(Predicate<CurrentMember> touched) {
        recent.forget(touched);
    }

    private String newToken() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }
}
