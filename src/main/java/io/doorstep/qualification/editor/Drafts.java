package io.doorstep.qualification.editor;

import static java.time.ZoneOffset.UTC;

import io.doorstep.identity.MemberRef;
import io.doorstep.platform.Columns;
import io.doorstep.qualification.Scorecard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The one scorecard that an agency is working on. */
@Component
class Drafts {

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    Drafts(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** @param card null when the last draft was published or thrown away */
    record Draft(int revision, @Nullable Scorecard card, MemberRef by, Instant at) {}

    Optional<Draft> find() {
        return db.sql("""
                select d.revision, d.definition, d.edited_at, m.id as member_id, m.name, m.colour
                  from scorecard_draft d
                  join member m on m.id = d.edited_by
                """).query(this::draft).optional();
    }

    /**
     * @param revision of the draft that was read; 0 for none yet
     * @param card null to have none any more
     * @return false when somebody else changed it meanwhile
     */
    boolean replace(int revision, @Nullable Scorecard card, UUID by) {
        return db.sql("""
                insert into scorecard_draft as d (revision, definition, edited_by, edited_at)
                select 1, :definition::jsonb, :by, :at
                 where :revision = 0 or exists (select from scorecard_draft)
                on conflict (tenant_id) do update
                   set revision = d.revision + 1, definition = excluded.definition, edited_by = excluded.edited_by,
                       edited_at = excluded.edited_at
                 where d.revision = :revision
                """)
                        .param("revision", revision)
                        .param("definition", card == null ? null : json.writeValueAsString(card))
                        .param("by", by)
                        .param("at", clock.instant().atOffset(UTC))
                        .update()
                == 1;
    }

    private Draft draft(ResultSet row, int number) throws SQLException {
        var definition = row.getString("definition");
        return new Draft(
                row.getInt("revision"),
                definition == null ? null : json.readValue(definition, Scorecard.class),
                new MemberRef(Columns.uuid(row, "member_id"), row.getString("name"), row.getInt("colour")),
                Columns.instant(row, "edited_at"));
    }
}
