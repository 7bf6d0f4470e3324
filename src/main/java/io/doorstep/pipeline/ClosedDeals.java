package io.doorstep.pipeline;

import io.doorstep.platform.Columns;
import io.doorstep.qualification.Outcomes;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How deals ended, for whoever learns from it. */
@Component
class ClosedDeals implements Outcomes {

    private final JdbcClient db;

    ClosedDeals(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Outcome> closed() {
        return db.sql("""
                select lead_id, opened_at, closed_at, stage = 'WON' as won
                  from deal
                 where not open
                 order by closed_at, id
                """)
                .query((row, _) -> new Outcome(
                        Columns.uuid(row, "lead_id"),
                        Columns.instant(row, "opened_at"),
                        Columns.instant(row, "closed_at"),
                        row.getBoolean("won")))
                .list();
    }
}
