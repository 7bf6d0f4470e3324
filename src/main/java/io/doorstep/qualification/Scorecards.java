package io.doorstep.qualification;

import static java.time.ZoneOffset.UTC;

import io.doorstep.identity.MemberRef;
import io.doorstep.platform.Columns;
import io.doorstep.tenancy.AgencyProvisioner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The published scorecards of an agency, never changed once they are. A new agency starts with the standard one. */
@Component
public class Scorecards implements AgencyProvisioner {

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    Scorecards(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** @param by null for the one that the agency started with */
    public record Published(
            Scorecard card,
            @Nullable MemberRef by,
            Instant at,
            @Nullable String note) {}

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void provision(NewAgency agency) {
        add(Scorecard.standard(), null, null);
    }

    /** A version that is there already stays as it is. */
    public void add(Scorecard card, @Nullable UUID publishedBy, @Nullable String note) {
        db.sql("""
                insert into scorecard (version, definition, published_by, published_at, note)
                values (:version, :definition::jsonb, :by, :at, :note)
                on conflict do nothing
                """)
                .param("version", card.version())
                .param("definition", json.writeValueAsString(card))
                .param("by", publishedBy)
                .param("at", clock.instant().atOffset(UTC))
                .param("note", note)
                .update();
    }

    public Scorecard current() {
        return db.sql("""
                select definition from scorecard order by version desc limit 1
                """)
                .query((row, _) -> json.readValue(row.getString("definition"), Scorecard.class))
                .single();
    }

    /** The newest first. */
    public List<Published> history(int limit) {
        return db.sql("""
                select s.definition, s.published_at, s.note, m.id as member_id, m.name, m.colour
                  from scorecard s
                  left join member m on m.id = s.published_by
                 order by s.version desc
                 limit :limit
                """).param("limit", limit).query(this::published).list();
    }

    private Published published(ResultSet row, int number) throws SQLException {
        var member = Columns.uuidOrNull(row, "member_id");
        return new Published(
                json.readValue(row.getString("definition"), Scorecard.class),
                member == null ? null : new MemberRef(member, row.getString("name"), row.getInt("colour")),
                Columns.instant(row, "published_at"),
                row.getString("note"));
    }
}
