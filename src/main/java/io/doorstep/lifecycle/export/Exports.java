package io.doorstep.lifecycle.export;

import static java.time.ZoneOffset.UTC;

import io.doorstep.platform.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Exports and the parts of their files. Call inside a transaction. */
@Component
class Exports {

    private final JdbcClient db;

    Exports(JdbcClient db) {
        this.db = db;
    }

    /** @return false when one is under way already */
    boolean add(UUID id, UUID member, Instant at) {
        return db.sql("""
                insert into agency_export (id, requested_by, requested_at, status) values (:id, :member, :at, 'REQUESTED')
                    on conflict (tenant_id) where status in ('REQUESTED', 'RUNNING') do nothing
                """)
                        .param("id", id)
                        .param("member", member)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    List<Export> newest(int limit) {
        return db.sql("select * from agency_export order by requested_at desc limit :limit")
                .param("limit", limit)
                .query(Exports::export)
                .list();
    }

    Optional<Export> find(UUID id) {
        return db.sql("select * from agency_export where id = :id")
                .param("id", id)
                .query(Exports::export)
                .optional();
    }

    /** Also one whose node fell over: it begins anew. @return false when it is not to be made any more */
    boolean start(UUID id) {
        return db.sql(
                                "update agency_export set status = 'RUNNING', percent = 0 where id = :id and status in ('REQUESTED', 'RUNNING')")
                        .param("id", id)
                        .update()
                == 1;
    }

    void reached(UUID id, int percent) {
        db.sql("update agency_export set percent = :percent where id = :id and status = 'RUNNING'")
                .param("percent", percent)
                .param("id", id)
                .update();
    }

    void ready(UUID id, Instant at, Instant expires, long rows, long bytes, String sha256) {
        db.sql("""
                update agency_export
                   set status = 'READY', percent = 100, ready_at = :at, expires_at = :expires, row_count = :rows, byte_count = :bytes, sha256 = :sha256
                 where id = :id and status = 'RUNNING'
                """)
                .param("at", at.atOffset(UTC))
                .param("expires", expires.atOffset(UTC))
                .param("rows", rows)
                .param("bytes", bytes)
                .param("sha256", sha256)
                .param("id", id)
                .update();
    }

    void failed(UUID id, String problem) {
        db.sql(
                        "update agency_export set status = 'FAILED', problem = :problem where id = :id and status in ('REQUESTED', 'RUNNING')")
                .param("problem", problem)
                .param("id", id)
                .update();
    }

    void expired(UUID id) {
        db.sql("update agency_export set status = 'EXPIRED' where id = :id and status = 'READY'")
                .param("id", id)
                .update();
    }

    void addPart(UUID id, int seq, byte[] bytes) {
        db.sql("insert into agency_export_part (export_id, seq, bytes) values (:id, :seq, :bytes)")
                .param("id", id)
                .param("seq", seq)
                .param("bytes", bytes)
                .update();
    }

    Optional<byte[]> part(UUID id, int seq) {
        return db.sql("select bytes from agency_export_part where export_id = :id and seq = :seq")
                .param("id", id)
                .param("seq", seq)
                .query(byte[].class)
                .optional();
    }

    void dropParts(UUID id) {
        db.sql("delete from agency_export_part where export_id = :id")
                .param("id", id)
                .update();
    }

    private static Export export(ResultSet row, int index) throws SQLException {
        var asked = new Export.Asked(
                Columns.uuid(row, "id"), Columns.uuid(row, "requested_by"), Columns.instant(row, "requested_at"));
        return switch (row.getString("status")) {
            case "REQUESTED" -> new Export.Requested(asked);
            case "RUNNING" -> new Export.Running(asked, row.getInt("percent"));
            case "READY" ->
                new Export.Ready(
                        asked,
                        Columns.instant(row, "ready_at"),
                        Columns.instant(row, "expires_at"),
                        row.getLong("row_count"),
                        row.getLong("byte_count"),
                        row.getString("sha256"));
            case "FAILED" -> new Export.Failed(asked, row.getString("problem"));
            case "EXPIRED" -> new Export.Expired(asked);
            case String other -> throw new IllegalStateException("an export can't be " + other);
        };
    }
}
