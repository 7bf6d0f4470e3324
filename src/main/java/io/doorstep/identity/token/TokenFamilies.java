package io.doorstep.identity.token;

import static java.time.ZoneOffset.UTC;

import io.doorstep.identity.Access;
import io.doorstep.identity.Client;
import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Proof;
import io.doorstep.identity.Role;
import io.doorstep.tenancy.Gate;
import io.doorstep.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sign-ins of API clients and their refresh tokens. Speaks as the gate. */
@Component
public class TokenFamilies {

    /** A client that comes back this late signs in anew. */
    public static final Duration IDLE = Duration.ofDays(7);

    static final Duration LIFE = Duration.ofDays(30);

    private final JdbcClient gate;
    private final Clock clock;

    TokenFamilies(@Gate JdbcClient gate, Clock clock) {
        this.gate = gate;
        this.clock = clock;
    }

    /** @param client whose token it is; a lost answer is given again to the same one only */
    record Family(
            UUID id,
            UUID user,
            TenantId tenant,
            Client client,
            Instant lastUsedAt,
            Instant expiresAt,
            boolean revoked) {}

    record RefreshToken(@Nullable Instant usedAt) {}

    void open(UUID id, CurrentMember member, Set<Proof> proof, Client client, Instant now) {
        gate.sql("""
                insert into token_family (id, user_id, tenant_id, proof, address, user_agent, created_at, last_used_at, expires_at)
                values (:id, :user, :tenant, :proof, :address, :agent, :now, :now, :expires)
                """)
                .param("id", id)
                .param("user", member.userId())
                .param("tenant", member.tenant().value())
                .param("proof", proof.stream().map(Proof::name).sorted().toArray(String[]::new))
                .param("address", client.address())
                .param("agent", client.userAgent())
                .param("now", now.atOffset(UTC))
                .param("expires", now.plus(LIFE).atOffset(UTC))
                .update();
    }

    void addToken(UUID family, byte[] hash, Instant now) {
        gate.sql("insert into refresh_token (token_hash, family_id, issued_at) values (:hash, :family, :now)")
                .param("hash", hash)
                .param("family", family)
                .param("now", now.atOffset(UTC))
                .update();
    }

    Optional<UUID> familyOf(byte[] hash) {
        return gate.sql("select family_id from refresh_token where token_hash = :hash")
                .param("hash", hash)
                .query(UUID.class)
                .optional();
    }

    /** Until the end of the transaction nobody else refreshes in this family. */
    Optional<Family> lock(UUID family) {
        return gate.sql("""
                select id, user_id, tenant_id, address, user_agent, last_used_at, expires_at, revoked_at is not null as revoked
                  from token_family
                 where id = :id
                   for update
                """)
                .param("id", family)
                .query((row, _) -> new Family(
                        row.getObject("id", UUID.class),
                        row.getObject("user_id", UUID.class),
                        new TenantId(row.getObject("tenant_id", UUID.class)),
                        new Client(
                                Objects.requireNonNullElse(row.getString("address"), ""), row.getString("user_agent")),
                        row.getObject("last_used_at", OffsetDateTime.class).toInstant(),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("revoked")))
                .optional();
    }

    /** Read after {@link #lock}, in a statement of its own: together they would see the token as it was before the wait. */
    RefreshToken token(byte[] hash) {
        return gate.sql("select used_at from refresh_token where token_hash = :hash")
                .param("hash", hash)
                .query((row, _) -> {
                    var used = row.getObject(1, OffsetDateTime.class);
                    return new RefreshToken(used == null ? null : used.toInstant());
                })
                .single();
    }

    boolean isNewest(byte[] hash) {
        return gate.sql("select exists (select from refresh_token where token_hash = :hash and used_at is null)")
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    void use(UUID family, byte[] hash, Client client, Instant now) {
        gate.sql("update refresh_token set used_at = :now where token_hash = :hash")
                .param("now", now.atOffset(UTC))
                .param("hash", hash)
                .update();
        gate.sql("update token_family set last_used_at = :now, address = :address, user_agent = :agent where id = :id")
                .param("now", now.atOffset(UTC))
                .param("address", client.address())
                .param("agent", client.userAgent())
                .param("id", family)
                .update();
    }

    boolean revoke(UUID family, String reason) {
        return gate.sql("""
                update token_family set revoked_at = :now, revoked_for = :reason where id = :id and revoked_at is null
                """)
                        .param("now", clock.instant().atOffset(UTC))
                        .param("reason", reason)
                        .param("id", family)
                        .update()
                == 1;
    }

    public void endAll(UUID user, @Nullable UUID except) {
        gate.sql("""
                update token_family set revoked_at = :now, revoked_for = 'ENDED'
                 where user_id = :user and id is distinct from :except and revoked_at is null
                """)
                .param("now", clock.instant().atOffset(UTC))
                .param("user", user)
                .param("except", except)
                .update();
    }

    /** What ended a month ago, with its tokens. */
    public int sweep() {
        return gate.sql("""
                delete from token_family where id in (select id from token_family where expires_at < :before limit 1000)
                """)
                .param("before", clock.instant().minus(LIFE).atOffset(UTC))
                .update();
    }

    /** Whom a token of this family lets in now, with the role of now. */
    Optional<CurrentMember> memberOf(UUID family, UUID user, UUID tenant) {
        return gate.sql("""
                select m.member_id, m.role
                  from token_family f
                  join membership m on m.tenant_id = f.tenant_id and m.user_id = f.user_id
                  join tenant_directory t on t.id = f.tenant_id and t.status = 'ACTIVE'
                 where f.id = :family and f.user_id = :user and f.tenant_id = :tenant and f.revoked_at is null and f.expires_at > :now
                """)
                .param("family", family)
                .param("user", user)
                .param("tenant", tenant)
                .param("now", clock.instant().atOffset(UTC))
                .query((row, _) -> new CurrentMember(
                        new TenantId(tenant),
                        row.getObject(1, UUID.class),
                        user,
                        Role.valueOf(row.getString(2)),
                        new Access.Token(family)))
                .optional();
    }

    /** Of these families, those that still let somebody in, with the role they give now. */
    public Map<UUID, Role> stillOpen(Collection<UUID> families) {
        return gate
                .sql("""
                select f.id, m.role
                  from token_family f
                  join membership m on m.tenant_id = f.tenant_id and m.user_id = f.user_id
                  join tenant_directory t on t.id = f.tenant_id and t.status = 'ACTIVE'
                 where f.id = any(:ids) and f.revoked_at is null and f.expires_at > :now
                """)
                .param("ids", families.toArray(UUID[]::new))
                .param("now", clock.instant().atOffset(UTC))
                .query((row, _) -> Map.entry(row.getObject(1, UUID.class), Role.valueOf(row.getString(2))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
