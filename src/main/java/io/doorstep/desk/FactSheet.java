package io.doorstep.desk;

import static java.util.stream.Collectors.toMap;

import io.doorstep.desk.FactView.FactReplacement;
import io.doorstep.desk.FactView.Status;
import io.doorstep.platform.Columns;
import io.doorstep.qualification.FactKey;
import io.doorstep.qualification.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The facts of a lead as screens show them: every one ever said, each with what replaced it. */
@Component
class FactSheet {

    private final JdbcClient db;
    private final JsonMapper json;

    FactSheet(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Current ones first, by when they were said. */
    List<FactView> of(UUID leadId) {
        return db.sql("""
                        select f.id, f.key, f.value, f.display, f.quote, f.message_id, m.conversation_id, f.quote_from, f.quote_to, f.origin,
                               f.member_id as by_id, p.name as by_name, p.colour as by_colour, f.confidence, f.at,
                               f.next_display, f.next_at
                          from (select *,
                                       lead(display) over later as next_display,
                                       lead(at) over later as next_at
                                  from fact
                                 where lead_id = :leadId
                                window later as (partition by key order by revision)) f
                          left join message m on m.id = f.message_id
                          left join member p on p.id = f.member_id
                         where not f.withdrawn
                         order by f.next_at is not null, f.at, f.id
                        """).param("leadId", leadId).query(this::fact).list();
    }

    private FactView fact(ResultSet row, int index) throws SQLException {
        var key = row.getString("key");
        var replacement = row.getString("next_display");
        return new FactView(
                Columns.uuid(row, "id"),
                key,
                FactKey.labelOf(key),
                json.readValue(row.getString("value"), Object.class),
                row.getString("display"),
                row.getString("quote"),
                Columns.uuidOrNull(row, "message_id"),
                Columns.uuidOrNull(row, "conversation_id"),
                row.getObject("quote_from", Integer.class),
                row.getObject("quote_to", Integer.class),
                Origin.valueOf(row.getString("origin")),
                DeskRows.member(row, "by"),
                row.getDouble("confidence"),
                Columns.instant(row, "at"),
                replacement == null ? Status.CURRENT : Status.SUPERSEDED,
                replacement == null ? null : new FactReplacement(replacement, Columns.instant(row, "next_at")));
    }

    /** What holds now, by key. */
    static Map<String, Object> current(List<FactView> facts) {
        return facts.stream()
                .filter(fact -> fact.status() == Status.CURRENT)
                .collect(toMap(FactView::key, FactView::value));
    }
}
