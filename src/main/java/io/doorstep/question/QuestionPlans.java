package io.doorstep.question;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The versions of the current agency's plan: appended, never changed; the newest counts. An agency without one has the standard. */
@Component
public class QuestionPlans {

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    QuestionPlans(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** What of a plan is written down as JSON. */
    private record Definition(Track unsaid, Map<Track, List<PlannedQuestion>> lists, List<String> handoverWords) {}

    @Transactional(readOnly = true)
    public QuestionPlan current() {
        return db.sql("""
                        select version, definition
                          from question_plan
                         order by version desc
                         limit 1
                        """)
                .query((row, _) -> {
                    var definition = json.readValue(row.getString("definition"), Definition.class);
                    return new QuestionPlan(
                            row.getInt("version"), definition.unsaid(), definition.lists(), definition.handoverWords());
                })
                .optional()
                .orElseGet(QuestionPlan::standard);
    }

    /** False when the plan is not the one that follows the newest. */
    boolean add(QuestionPlan plan, UUID memberId) {
        return db.sql("""
                        insert into question_plan (version, definition, saved_by, saved_at)
                        select :version, :definition::jsonb, :memberId, :at
                         where :version - 1 = (select coalesce(max(version), 0) from question_plan)
                        on conflict do nothing
                        """)
                        .param("version", plan.version())
                        .param(
                                "definition",
                                json.writeValueAsString(
                                        new Definition(plan.unsaid(), plan.lists(), plan.handoverWords())))
                        .param("memberId", memberId)
                        .param("at", clock.instant().atOffset(UTC))
                        .update()
                == 1;
    }
}
