package io.doorstep.identity;

import static java.time.ZoneOffset.UTC;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.doorstep.platform.Columns;
import io.doorstep.tenancy.Gate;
import io.doorstep.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What can be looked up before a tenant is known: agencies by slug and site key, users, memberships. Speaks as the gate. */
@Component
public class Directory implements AccessChanged.Listener {

    public record User(
            UUID id, String email, String name, @Nullable String passwordHash) {}

    public record Membership(TenantId tenant, UUID memberId, Role role, String slug, String agencyName) {}

    private final JdbcClient gate;
    /** A site key never changes its agency; unknown ones are not kept, so that a new one works at once. */
    private final Cache<String, TenantId> bySiteKey = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(30))
            .build();

    private final Cache<String, TenantId> bySlug = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(30))
            .build();

    Directory(@Gate JdbcClient gate) {
        this.gate = gate;
    }

    /** Also of one that is suspended or closing: its door says so (`Standings`), while an unknown one is just unknown. */
    public Optional<TenantId> tenantOfSiteKey(String siteKey) {
        return cached(
                bySiteKey,
                siteKey,
                () -> gate.sql("""
                select k.tenant_id
                  from site_key k join tenant_directory t on t.id = k.tenant_id
                 where k.key = :key and t.status in ('ACTIVE', 'SUSPENDED', 'CLOSING')
                """).param("key", siteKey).query(UUID.class).optional());
    }

    public Optional<TenantId> tenantOfSlug(String slug) {
        return cached(
                bySlug,
                slug,
                () -> gate.sql("""
                select id from tenant_directory where slug = :slug and status in ('ACTIVE', 'SUSPENDED', 'CLOSING')
                """).param("slug", slug).query(UUID.class).optional());
    }

    private static Optional<TenantId> cached(
            Cache<String, TenantId> cache, String key, java.util.function.Supplier<Optional<UUID>> read) {
        var known = cache.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        var found = read.get().map(TenantId::new);
        found.ifPresent(tenant -> cache.put(key, tenant));
        return found;
    }

    /** An agency may have been suspended: its doors are looked up anew. */
    @Override
    public void accessChanged(Predicate<CurrentMember> touched) {
        bySiteKey.invalidateAll();
        bySlug.invalidateAll();
    }

    /** What a door says of the agency behind it. */
    public record Door(String slug, String name) {}

    public Optional<Door> door(TenantId tenant) {
        return gate.sql("select slug, name from tenant_directory where id = :id and status = 'ACTIVE'")
                .param("id", tenant.value())
                .query(Door.class)
                .optional();
    }

    public Optional<User> userByEmail(String email) {
        return gate.sql("""
                select u.id, u.email, u.name, c.password_hash
                  from app_user u left join credential c on c.user_id = u.id
                 where u.email = :email
                """).param("email", email).query(User.class).optional();
    }

    public Optional<User> user(UUID id) {
        return gate.sql("select id, email, name, null as password_hash from app_user where id = :id")
                .param("id", id)
                .query(User.class)
                .optional();
    }

    public List<Membership> membershipsOf(UUID userId) {
        return gate.sql("""
                select m.tenant_id, m.member_id, m.role, t.slug, t.name
                  from membership m join tenant_directory t on t.id = m.tenant_id
                 where m.user_id = :userId and t.status = 'ACTIVE'
                 order by t.name, t.id
                """)
                .param("userId", userId)
                .query((row, _) -> new Membership(
                        new TenantId(row.getObject(1, UUID.class)),
                        row.getObject(2, UUID.class),
                        Role.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getString(5)))
                .list();
    }

    /** One that the user would be a member of, were it not suspended or closing. @param agency slug, or null for any */
    Optional<ClosedAgency> closedAgencyOf(UUID userId, @Nullable String agency) {
        return gate.sql("""
                select t.name, t.status_reason as reason, t.erase_at
                  from membership m join tenant_directory t on t.id = m.tenant_id
                 where m.user_id = :userId and t.status in ('SUSPENDED', 'CLOSING') and t.slug = coalesce(:agency, t.slug)
                 order by t.name, t.id
                 limit 1
                """)
                .param("userId", userId)
                .param("agency", agency)
                .query((row, _) -> new ClosedAgency(
                        row.getString("name"), row.getString("reason"), Columns.instantOrNull(row, "erase_at")))
                .optional();
    }

    void addUser(User user, Instant at) {
        gate.sql("insert into app_user (id, email, name, created_at) values (:id, :email, :name, :at)")
                .param("id", user.id())
                .param("email", user.email())
                .param("name", user.name())
                .param("at", at.atOffset(UTC))
                .update();
        if (user.passwordHash() != null) {
            gate.sql("insert into credential (user_id, password_hash, changed_at) values (:id, :hash, :at)")
                    .param("id", user.id())
                    .param("hash", user.passwordHash())
                    .param("at", at.atOffset(UTC))
                    .update();
        }
    }

    void addAgency(TenantId tenant, String slug, String name, String siteKey, Instant at) {
        gate.sql("""
                insert into tenant_directory (id, slug, name, status, created_at) values (:id, :slug, :name, 'PROVISIONING', :at)
                """)
                .param("id", tenant.value())
                .param("slug", slug)
                .param("name", name)
                .param("at", at.atOffset(UTC))
                .update();
        gate.sql("insert into site_key (key, tenant_id, created_at) values (:key, :tenant, :at)")
                .param("key", siteKey)
                .param("tenant", tenant.value())
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** A sign-up that never finished gives its slug back. */
    void freeUnfinished(String slug, Instant startedBefore) {
        gate.sql("""
                update tenant_directory
                   set status = 'CLOSED', slug = 'unfinished-' || left(replace(id::text, '-', ''), 29)
                 where slug = :slug and status = 'PROVISIONING' and created_at < :before
                """)
                .param("slug", slug)
                .param("before", startedBefore.atOffset(UTC))
                .update();
    }

    void open(TenantId tenant) {
        gate.sql("update tenant_directory set status = 'ACTIVE' where id = :id")
                .param("id", tenant.value())
                .update();
    }

    void rename(TenantId tenant, String name) {
        gate.sql("update tenant_directory set name = :name where id = :id")
                .param("name", name)
                .param("id", tenant.value())
                .update();
    }
}
