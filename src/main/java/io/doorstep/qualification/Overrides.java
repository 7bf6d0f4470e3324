package io.doorstep.qualification;

import static java.time.ZoneOffset.UTC;

import io.doorstep.platform.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Grades given by hand: one stands per lead at most, and what ended stays as history. */
@Component
class Overrides {

    private final JdbcClient db;

    Overrides(JdbcClient db) {
        this.db = db;
    }

    /** @param until null to stand until somebody ends it */
    record GradeOverride(
            UUID id,
            UUID leadId,
            Grade grade,
            String reason,
            UUID memberId,
            Instant at,
            @Nullable Instant until) {}

    void add(GradeOverride given) {
        var until = given.until();
        db.sql("""
                insert into score_override (id, lead_id, grade, reason, member_id, at, until)
                values (:id, :lead, :grade, :reason, :member, :at, :until)
                """)
                .param("id", given.id())
                .param("lead", given.leadId())
                .param("grade", given.grade().name())
                .param("reason", given.reason())
                .param("member", given.memberId())
                .param("at", given.at().atOffset(UTC))
                .param("until", until == null ? null : until.atOffset(UTC))
                .update();
    }

    Optional<GradeOverride> standing(UUID id) {
        return db.sql("""
                select * from score_override where id = :id and ended_at is null
                """).param("id", id).query(Overrides::row).optional();
    }

    /** @param by null where its time ran out */
    void end(UUID leadId, @Nullable UUID by, Instant at) {
        db.sql("""
                update score_override set ended_at = :at, ended_by = :by where lead_id = :lead and ended_at is null
                """)
                .param("lead", leadId)
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .update();
    }

    private static GradeOverride row(ResultSet row, int number) throws SQLException {
        return new GradeOverride(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "lead_id"),
                Grade.valueOf(row.getString("grade")),
                row.getString("reason"),
                Columns.uuid(row, "member_id"),
                Columns.instant(row, "at"),
                Columns.instantOrNull(row, "until"));
    }
}
