package io.doorstep.qualification;

import static java.time.ZoneOffset.UTC;

import io.doorstep.tenancy.AgencyProvisioner;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The published scorecards of an agency. A new agency starts with the standard one. */
@Component
class Scorecards implements AgencyProvisioner {

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    Scorecards(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void provision(NewAgency agency) {
        var card = Scorecard.standard();
        db.sql("""
                insert into scorecard (version, definition, published_at)
                values (:version, :definition::jsonb, :at)
                on conflict do nothing
                """)
                .param("version", card.version())
                .param("definition", json.writeValueAsString(card))
                .param("at", clock.instant().atOffset(UTC))
                .update();
    }

    Scorecard current() {
        return db.sql("""
                select definition from scorecard order by version desc limit 1
                """)
                .query((row, _) -> json.readValue(row.getString("definition"), Scorecard.class))
                .single();
    }
}
