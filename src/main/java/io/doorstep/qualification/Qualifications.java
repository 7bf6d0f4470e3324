package io.doorstep.qualification;

import static java.time.ZoneOffset.UTC;

import io.doorstep.platform.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Scores as they were given, each with its contributions, and the newest of each lead at hand for lists. */
@Component
class Qualifications {

    private final JdbcClient db;
    private final Ids ids;

    Qualifications(JdbcClient db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    /** Under the lead's row lock, which makes the revisions gap-free. */
    void keep(UUID leadId, Qualification given, Instant at) {
        var id = ids.next();
        insert(id, leadId, given, at);
        contribute(id, given.contributions());
        db.sql("""
                insert into standing (lead_id, qualification_id, score, grade)
                values (:lead, :id, :score, :grade)
                on conflict (tenant_id, lead_id) do update
                   set qualification_id = excluded.qualification_id, score = excluded.score, grade = excluded.grade
                """)
                .param("lead", leadId)
                .param("id", id)
                .param("score", given.score())
                .param("grade", given.grade().name())
                .update();
    }

    private void insert(UUID id, UUID leadId, Qualification given, Instant at) {
        db.sql("""
                insert into qualification (id, lead_id, revision, scorecard_version, score, grade, at)
                select :id, :lead, coalesce(max(revision), 0) + 1, :version, :score, :grade, :at
                  from qualification
                 where lead_id = :lead
                """)
                .param("id", id)
                .param("lead", leadId)
                .param("version", given.scorecardVersion())
                .param("score", given.score())
                .param("grade", given.grade().name())
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
                select q.id, q.scorecard_version, q.score, q.grade
                  from standing s
                  join qualification q on q.tenant_id = s.tenant_id and q.id = s.qualification_id
                 where s.lead_id = :lead
                """)
                .param("lead", leadId)
                .query((row, _) -> new Qualification(
                        row.getInt("scorecard_version"),
                        row.getInt("score"),
                        Grade.valueOf(row.getString("grade")),
                        contributions(row.getObject("id", UUID.class))))
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
}
