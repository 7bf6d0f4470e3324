package io.doorstep.qualification;

import static java.time.ZoneOffset.UTC;

import io.doorstep.platform.Columns;
import io.doorstep.platform.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Scores as they were given, each with its contributions, and the newest of each lead at hand for lists. */
@Component
class Qualifications {

    private final JdbcClient db;
    private final JsonMapper json;
    private final Ids ids;

    Qualifications(JdbcClient db, JsonMapper json, Ids ids) {
        this.db = db;
        this.json = json;
        this.ids = ids;
    }

    /** Under the lead's row lock, which makes the revisions gap-free. A grade given by hand stays until it ends. */
    void keep(UUID leadId, Qualification given, Instant at) {
        var id = ids.next();
        insert(id, leadId, given, at);
        contribute(id, given.contributions());
        db.sql("""
                insert into standing (lead_id, qualification_id, scorecard_version, score, grade, by_hand)
                select :lead, :id, :version, :score, coalesce(o.grade, :grade), o.id is not null
                  from (select) machine
                  left join score_override o on o.lead_id = :lead and o.ended_at is null
                on conflict (tenant_id, lead_id) do update
                   set qualification_id = excluded.qualification_id, scorecard_version = excluded.scorecard_version,
                       score = excluded.score, grade = excluded.grade, by_hand = excluded.by_hand
                """)
                .param("lead", leadId)
                .param("id", id)
                .param("version", given.scorecardVersion())
                .param("score", given.score())
                .param("grade", given.grade().name())
                .update();
    }

    private void insert(UUID id, UUID leadId, Qualification given, Instant at) {
        db.sql("""
                insert into qualification (id, lead_id, revision, scorecard_version, score, grade, limits, at)
                select :id, :lead, coalesce(max(revision), 0) + 1, :version, :score, :grade, :limits::jsonb, :at
                  from qualification
                 where lead_id = :lead
                """)
                .param("id", id)
                .param("lead", leadId)
                .param("version", given.scorecardVersion())
                .param("score", given.score())
                .param("grade", given.grade().name())
                .param("limits", json.writeValueAsString(given.limits()))
                .param("at", at.atOffset(UTC))
                .update();
    }

    private void contribute(UUID id, List<Qualification.Contribution> lines) {
        db.sql("""
                insert into contribution (qualification_id, position, criterion, points, out_of, reason, fact_id)
                select :id, line.*
                  from unnest(:positions::int[], :criteria::text[], :points::int[], :outOf::int[], :reasons::text[], :facts::uuid[]) line
                """)
                .param("id", id)
                .param("positions", IntStream.range(0, lines.size()).boxed().toArray(Integer[]::new))
                .param(
                        "criteria",
                        lines.stream().map(line -> line.criterion().name()).toArray(String[]::new))
                .param(
                        "points",
                        lines.stream().map(Qualification.Contribution::points).toArray(Integer[]::new))
                .param(
                        "outOf",
                        lines.stream().map(Qualification.Contribution::outOf).toArray(Integer[]::new))
                .param(
                        "reasons",
                        lines.stream().map(Qualification.Contribution::reason).toArray(String[]::new))
                .param(
                        "facts",
                        lines.stream().map(Qualification.Contribution::factId).toArray(UUID[]::new))
                .update();
    }

    Optional<Qualification> newest(UUID leadId) {
        return db.sql("""
                select q.id, q.scorecard_version, q.score, q.grade, q.limits
                  from standing s
                  join qualification q on q.tenant_id = s.tenant_id and q.id = s.qualification_id
                 where s.lead_id = :lead
                """)
                .param("lead", leadId)
                .query((row, _) -> new Qualification(
                        row.getInt("scorecard_version"),
                        row.getInt("score"),
                        Grade.valueOf(row.getString("grade")),
                        contributions(row.getObject("id", UUID.class)),
                        List.of(json.readValue(row.getString("limits"), Qualification.Limit[].class))))
                .optional();
    }

    private List<Qualification.Contribution> contributions(UUID id) {
        return db.sql("""
                select criterion, points, out_of, reason, fact_id from contribution where qualification_id = :id order by position
                """)
                .param("id", id)
                .query((row, _) -> new Qualification.Contribution(
                        Criterion.valueOf(row.getString("criterion")),
                        row.getInt("points"),
                        row.getInt("out_of"),
                        row.getString("reason"),
                        row.getObject("fact_id", UUID.class)))
                .list();
    }

    /**
     * Makes the standing grade the one that was given by hand, else the machine's.
     *
     * @return false for a lead that has no score yet
     */
    boolean stand(UUID leadId) {
        return db.sql("""
                update standing s
                   set grade = coalesce(o.grade, q.grade), by_hand = o.id is not null
                  from qualification q
                  left join score_override o on o.lead_id = q.lead_id and o.ended_at is null
                 where s.lead_id = :lead
                   and q.id = s.qualification_id
                """).param("lead", leadId).update() == 1;
    }

    /** Leads whose score an older version gave, in a steady order. */
    List<UUID> olderThan(int version, int limit) {
        return db.sql("""
                select lead_id
                  from standing
                 where scorecard_version < :version
                 order by scorecard_version, lead_id
                 limit :limit
                """)
                .param("version", version)
                .param("limit", limit)
                .query((row, _) -> Columns.uuid(row, "lead_id"))
                .list();
    }

    int countOlderThan(int version) {
        return db.sql("""
                select count(*) from standing where scorecard_version < :version
                """).param("version", version).query(Integer.class).single();
    }
}
