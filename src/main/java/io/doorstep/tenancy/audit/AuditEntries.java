package io.doorstep.tenancy.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The audit log's rows. Call inside a transaction. */
@Component
class AuditEntries {

    private final JdbcClient db;

    AuditEntries(JdbcClient db) {
        this.db = db;
    }

    /** What a caller may say of an entry; the rest is the database's. */
    record New(
            @Nullable UUID memberId,
            @Nullable String role,
            String via,
            @Nullable String viaId,
            @Nullable String address,
            String action,
            String subjectType,
            @Nullable String subject,
            String detail) {}

    /** Where the chain ends. @param seq 0 of an empty one */
    record End(long seq, byte[] hash) {}

    void add(New entry) {
        db.sql("""
                insert into audit_entry (member_id, role, via, via_id, address, action, subject_type, subject, detail)
                values (:member, :role, :via, :viaId, :address, :action, :subjectType, :subject, :detail::jsonb)
                """)
                .param("member", entry.memberId())
                .param("role", entry.role())
                .param("via", entry.via())
                .param("viaId", entry.viaId())
                .param("address", entry.address())
                .param("action", entry.action())
                .param("subjectType", entry.subjectType())
                .param("subject", entry.subject())
                .param("detail", entry.detail())
                .update();
    }

    /** Empty where the agency has no head at all. */
    Optional<End> end() {
        return db.sql("select seq, hash from audit_end() where seq is not null")
                .query((row, _) -> new End(row.getLong("seq"), row.getBytes("hash")))
                .optional();
    }

    /** Every entry in order, as it comes from the server. */
    void each(Consumer<Entry> reader) {
        db.sql("""
                select tenant_id, seq, at, member_id, role, via, via_id, address, action, subject_type, subject, detail::text as detail,
                       previous_hash, hash
                  from audit_entry
                 order by seq
                """).withFetchSize(1_000).query(row -> {
            reader.accept(entry(row));
        });
    }

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("tenant_id", UUID.class),
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("member_id", UUID.class),
                row.getString("role"),
                row.getString("via"),
                row.getString("via_id"),
                row.getString("address"),
                row.getString("action"),
                row.getString("subject_type"),
                row.getString("subject"),
                row.getString("detail"),
                row.getBytes("previous_hash"),
                row.getBytes("hash"));
    }
}
