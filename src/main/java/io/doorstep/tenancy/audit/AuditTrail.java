package io.doorstep.tenancy.audit;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the audit log as people look at it: newest first, filtered. Call inside a transaction. */
@Component
public class AuditTrail {

    private final JdbcClient db;

    AuditTrail(JdbcClient db) {
        this.db = db;
    }

    /**
     * What is asked for; null leaves it open.
     *
     * @param system  what no member did
     * @param what    an action, or a subject type
     * @param from    inclusive
     * @param until   exclusive
     * @param address how the client's address begins
     */
    public record Filter(
            @Nullable UUID member,
            boolean system,
            @Nullable String what,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String address) {}

    /** @param name of the member, also of one who left @param hash in hexadecimal */
    public record Row(Entry entry, @Nullable String name, String hash) {}

    /** @param before only entries of an earlier place */
    public List<Row> page(Filter filter, long before, int limit) {
        return db.sql("""
                select e.tenant_id, e.seq, e.at, e.member_id, e.role, e.via, e.via_id, e.address, e.action, e.subject_type, e.subject,
                       e.detail::text as detail, e.previous_hash, e.hash, m.name
                  from audit_entry e
                  left join member m on m.tenant_id = e.tenant_id and m.id = e.member_id
                 where e.seq < :before
                   and (cast(:member as uuid) is null or e.member_id = :member)
                   and (not :system or e.member_id is null)
                   and (cast(:what as text) is null or e.action = :what or e.subject_type = :what)
                   and (cast(:from as timestamptz) is null or e.at >= :from)
                   and (cast(:until as timestamptz) is null or e.at < :until)
                   and (cast(:address as text) is null or starts_with(e.address, :address))
                 order by e.seq desc
                 limit :limit
                """)
                .param("before", before)
                .param("member", filter.member())
                .param("system", filter.system())
                .param("what", filter.what())
                .param("from", filter.from() == null ? null : filter.from().atOffset(UTC))
                .param("until", filter.until() == null ? null : filter.until().atOffset(UTC))
                .param("address", filter.address())
                .param("limit", limit)
                .query(AuditTrail::row)
                .list();
    }

    /** All of them, page by page, newest first. */
    public void each(Filter filter, int atATime, Consumer<Row> reader) {
        var before = Long.MAX_VALUE;
        while (true) {
            var rows = page(filter, before, atATime);
            rows.forEach(reader);
            if (rows.size() < atATime) {
                return;
            }
            before = rows.getLast().entry().seq();
        }
    }

    public List<String> actions() {
        return db.sql("select distinct action from audit_entry order by action")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                AuditEntries.entry(row), row.getString("name"), HexFormat.of().formatHex(row.getBytes("hash")));
    }
}
