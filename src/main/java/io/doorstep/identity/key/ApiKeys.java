package io.doorstep.identity.key;

import static java.time.ZoneOffset.UTC;

import io.doorstep.identity.Access;
import io.doorstep.identity.AccessCache;
import io.doorstep.identity.AccessChanged;
import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Role;
import io.doorstep.tenancy.Gate;
import io.doorstep.tenancy.TenantId;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys of all agencies: found by prefix before a tenant is known. Speaks as the gate. */
@Component
public class ApiKeys implements AccessChanged.Listener {

    /** Last use is written this rarely, as with sessions. */
    private static final Duration USED_EVERY = Duration.ofMinutes(1);

    record Key(
            UUID id,
            UUID memberId,
            String name,
            String prefix,
            List<String> scopes,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime expiresAt,
            @Nullable OffsetDateTime lastUsedAt,
            @Nullable String lastAddress,
            @Nullable OffsetDateTime revokedAt,
            @Nullable String revokedFor) {}

    private record Found(
            AccessCache.Admitted admitted,
            byte[] secretHash,
            @Nullable Instant lastUsedAt) {}

    private final JdbcClient gate;
    private final Clock clock;
    private final AccessCache recent;

    ApiKeys(@Gate JdbcClient gate, Clock clock) {
        this.gate = gate;
        this.clock = clock;
        this.recent = new AccessCache(clock);
    }

    public static boolean looksLikeOne(String credential) {
        return credential.startsWith(KeyText.START);
    }

    /** The member who made the key, with the role of now, held to the key's scopes. Empty for a key that is none, or is over. */
    public Optional<CurrentMember> memberOf(String credential, String address) {
        return recent.get(credential, text -> KeyText.parse(text).flatMap(key -> read(key, address)));
    }

    @Override
    public void accessChanged(Predicate<CurrentMember> touched) {
        recent.forget(touched);
    }

    private Optional<AccessCache.Admitted> read(KeyText key, String address) {
        var now = clock.instant();
        var found = gate.sql("""
                select k.tenant_id, m.member_id, k.user_id, m.role, k.id, k.scopes, k.expires_at, k.secret_hash, k.last_used_at
                  from api_key k
                  join membership m on m.tenant_id = k.tenant_id and m.user_id = k.user_id and m.member_id = k.member_id
                  join tenant_directory t on t.id = k.tenant_id and t.status = 'ACTIVE'
                 where k.prefix = :prefix and k.revoked_at is null and (k.expires_at is null or k.expires_at > :now)
                """)
                .param("prefix", key.prefix())
                .param("now", now.atOffset(UTC))
                .query((row, _) -> {
                    var ends = row.getObject(7, OffsetDateTime.class);
                    var used = row.getObject(9, OffsetDateTime.class);
                    var access = new Access.ApiKey(row.getObject(5, UUID.class), Set.of((String[])
                            row.getArray(6).getArray()));
                    var member = new CurrentMember(
                            new TenantId(row.getObject(1, UUID.class)),
                            row.getObject(2, UUID.class),
                            row.getObject(3, UUID.class),
                            Role.valueOf(row.getString(4)),
                            access);
                    return new Found(
                            new AccessCache.Admitted(member, ends == null ? Instant.MAX : ends.toInstant()),
                            row.getBytes(8),
                            used == null ? null : used.toInstant());
                })
                .optional()
                .filter(candidate -> MessageDigest.isEqual(candidate.secretHash(), key.secretHash()));
        found.filter(used -> used.lastUsedAt() == null
                        || used.lastUsedAt().plus(USED_EVERY).isBefore(now))
                .ifPresent(_ -> use(key, address, now));
        return found.map(Found::admitted);
    }

    private void use(KeyText key, String address, Instant now) {
        gate.sql("update api_key set last_used_at = :now, last_address = :address where prefix = :prefix")
                .param("now", now.atOffset(UTC))
                .param("address", address)
                .param("prefix", key.prefix())
                .update();
    }

    /** Newest first, ended ones too for as long as they are kept. */
    List<Key> of(TenantId tenant) {
        return gate.sql("""
                select id, member_id, name, prefix, scopes, created_at, expires_at, last_used_at, last_address, revoked_at, revoked_for
                  from api_key
                 where tenant_id = :tenant
                 order by created_at desc, id
                 limit 200
                """)
                .param("tenant", tenant.value())
                .query((row, _) -> new Key(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        Arrays.asList((String[]) row.getArray(5).getArray()),
                        row.getObject(6, OffsetDateTime.class),
                        row.getObject(7, OffsetDateTime.class),
                        row.getObject(8, OffsetDateTime.class),
                        row.getString(9),
                        row.getObject(10, OffsetDateTime.class),
                        row.getString(11)))
                .list();
    }

    int usable(TenantId tenant) {
        return gate.sql("""
                select count(*) from api_key
                 where tenant_id = :tenant and revoked_at is null and (expires_at is null or expires_at > :now)
                """)
                .param("tenant", tenant.value())
                .param("now", clock.instant().atOffset(UTC))
                .query(Integer.class)
                .single();
    }

    void add(UUID id, CurrentMember maker, String name, KeyText key, List<String> scopes, @Nullable Instant expires) {
        gate.sql("""
                insert into api_key (id, tenant_id, user_id, member_id, name, prefix, secret_hash, scopes, created_at, expires_at)
                values (:id, :tenant, :user, :member, :name, :prefix, :hash, :scopes, :now, :expires)
                """)
                .param("id", id)
                .param("tenant", maker.tenant().value())
                .param("user", maker.userId())
                .param("member", maker.memberId())
                .param("name", name)
                .param("prefix", key.prefix())
                .param("hash", key.secretHash())
                .param("scopes", scopes.toArray(String[]::new))
                .param("now", clock.instant().atOffset(UTC))
                .param("expires", expires == null ? null : expires.atOffset(UTC))
                .update();
    }

    /** @return its name; empty where the agency has no such key, or it is revoked already */
    Optional<String> revoke(TenantId tenant, UUID id) {
        return gate.sql("""
                update api_key set revoked_at = :now, revoked_for = 'REVOKED'
                 where tenant_id = :tenant and id = :id and revoked_at is null
                returning name
                """)
                .param("now", clock.instant().atOffset(UTC))
                .param("tenant", tenant.value())
                .param("id", id)
                .query(String.class)
                .optional();
    }
}
