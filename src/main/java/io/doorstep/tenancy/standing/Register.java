package io.doorstep.tenancy.standing;

import static java.time.ZoneOffset.UTC;

import io.doorstep.platform.Columns;
import io.doorstep.tenancy.Gate;
import io.doorstep.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of agencies, for those who open and close them. Each change is a compare-and-set, so that two of them can't both be true. */
@Component
public class Register {

    /** @param eraseAt when a closing agency is due to be erased */
    public record Entry(
            TenantId id,
            String slug,
            String name,
            Standing standing,
            Instant since,
            @Nullable String reason,
            @Nullable Instant eraseAt,
            Instant createdAt) {}

    private final JdbcClient gate;
    private final Standings standings;
    private final Clock clock;

    Register(@Gate JdbcClient gate, Standings standings, Clock clock) {
        this.gate = gate;
        this.standings = standings;
        this.clock = clock;
    }

    public List<Entry> all() {
        return gate.sql("""
                select id, slug, name, status, status_since, status_reason, erase_at, created_at
                  from tenant_directory
                 order by slug
                """).query(Register::entry).list();
    }

    public Optional<Entry> bySlug(String slug) {
        return gate.sql("""
                select id, slug, name, status, status_since, status_reason, erase_at, created_at
                  from tenant_directory
                 where slug = :slug
                """).param("slug", slug).query(Register::entry).optional();
    }

    public Optional<Entry> find(TenantId tenant) {
        return gate.sql("""
                select id, slug, name, status, status_since, status_reason, erase_at, created_at
                  from tenant_directory
                 where id = :id
                """).param("id", tenant.value()).query(Register::entry).optional();
    }

    /** Closing ones whose time has come, and those whose erasure was cut off. */
    public List<TenantId> dueToBeErased() {
        return gate.sql("""
                select id
                  from tenant_directory
                 where status = 'ERASING' or (status = 'CLOSING' and erase_at <= :now)
                 order by erase_at
                """)
                .param("now", clock.instant().atOffset(UTC))
                .query((row, _) -> new TenantId(row.getObject(1, UUID.class)))
                .list();
    }

    /** @return false when it stood otherwise */
    public boolean suspend(TenantId tenant, String reason) {
        return changed(
                tenant,
                gate.sql("""
                        update tenant_directory
                           set status = 'SUSPENDED', status_since = :now, status_reason = :reason
                         where id = :id and status = 'ACTIVE'
                        """)
                        .param("id", tenant.value())
                        .param("reason", reason)
                        .param("now", clock.instant().atOffset(UTC))
                        .update());
    }

    /** @return false when it stood otherwise */
    public boolean resume(TenantId tenant) {
        return changed(
                tenant,
                gate.sql("""
                        update tenant_directory
                           set status = 'ACTIVE', status_since = :now, status_reason = null
                         where id = :id and status = 'SUSPENDED'
                        """)
                        .param("id", tenant.value())
                        .param("now", clock.instant().atOffset(UTC))
                        .update());
    }

    /** Also one that is closing already, to bring its end forward. @return false when it is neither active, suspended nor closing */
    public boolean close(TenantId tenant, Instant eraseAt) {
        return changed(
                tenant,
                gate.sql("""
                        update tenant_directory
                           set status = 'CLOSING', erase_at = :eraseAt,
                               status_since = case when status = 'CLOSING' then status_since else :now end
                         where id = :id and (status in ('ACTIVE', 'SUSPENDED') or (status = 'CLOSING' and erase_at > :eraseAt))
                        """)
                        .param("id", tenant.value())
                        .param("eraseAt", eraseAt.atOffset(UTC))
                        .param("now", clock.instant().atOffset(UTC))
                        .update());
    }

    /** One that was suspended before is suspended again: deletion is no way around the operator. @return false when it is not closing */
    public boolean keep(TenantId tenant) {
        return changed(
                tenant,
                gate.sql("""
                        update tenant_directory
                           set status = case when status_reason is null then 'ACTIVE' else 'SUSPENDED' end, status_since = :now, erase_at = null
                         where id = :id and status = 'CLOSING'
                        """)
                        .param("id", tenant.value())
                        .param("now", clock.instant().atOffset(UTC))
                        .update());
    }

    private boolean changed(TenantId tenant, int rows) {
        standings.forget(tenant);
        return rows == 1;
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(
                new TenantId(Columns.uuid(row, "id")),
                row.getString("slug"),
                row.getString("name"),
                Standing.valueOf(row.getString("status")),
                Columns.instant(row, "status_since"),
                row.getString("status_reason"),
                Columns.instantOrNull(row, "erase_at"),
                Columns.instant(row, "created_at"));
    }
}
