package io.doorstep.qualification.editor;

import static java.time.ZoneOffset.UTC;

import io.doorstep.platform.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each scoring anew has come. */
@Component
class Rescorings {

    private final JdbcClient db;
    private final Clock clock;

    Rescorings(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @param moved leads whose grade it changed so far */
    record Rescoring(
            UUID id,
            int version,
            int total,
            int moved,
            Instant startedAt,
            @Nullable Instant finishedAt) {}

    void start(UUID id, int version, int total) {
        db.sql("""
                insert into rescoring (id, scorecard_version, total, started_at) values (:id, :version, :total, :at)
                """)
                .param("id", id)
                .param("version", version)
                .param("total", total)
                .param("at", clock.instant().atOffset(UTC))
                .update();
    }

    void countMoved(UUID id) {
        db.sql("""
                update rescoring set moved = moved + 1 where id = :id
                """).param("id", id).update();
    }

    void finish(UUID id) {
        db.sql("""
                update rescoring set finished_at = :at where id = :id and finished_at is null
                """).param("id", id).param("at", clock.instant().atOffset(UTC)).update();
    }

    Optional<Rescoring> find(UUID id) {
        return db.sql("""
                select * from rescoring where id = :id
                """).param("id", id).query(Rescorings::rescoring).optional();
    }

    Optional<Rescoring> newest() {
        return db.sql("""
                select * from rescoring order by scorecard_version desc limit 1
                """).query(Rescorings::rescoring).optional();
    }

    private static Rescoring rescoring(ResultSet row, int number) throws SQLException {
        return new Rescoring(
                Columns.uuid(row, "id"),
                row.getInt("scorecard_version"),
                row.getInt("total"),
                row.getInt("moved"),
                Columns.instant(row, "started_at"),
                Columns.instantOrNull(row, "finished_at"));
    }
}
