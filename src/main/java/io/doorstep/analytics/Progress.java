package io.doorstep.analytics;

import static java.time.ZoneOffset.UTC;

import io.doorstep.analytics.Analytics.Accounting;
import io.doorstep.analytics.Analytics.FirstAnswerBucket;
import io.doorstep.analytics.Analytics.SourceRow;
import io.doorstep.analytics.Analytics.TeamRow;
import io.doorstep.identity.MemberRef;
import io.doorstep.pipeline.PipelineKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The read models behind the report, over the view {@code lead_progress}. */
@Component
class Progress {

    /** Leads that came in within a span, all or of one kind of pipeline. */
    record Cohort(Instant from, Instant until, @Nullable PipelineKind pipeline) {

        private Map<String, @Nullable Object> parameters() {
            var parameters = new java.util.HashMap<String, @Nullable Object>();
            parameters.put("from", from.atOffset(UTC));
            parameters.put("until", until.atOffset(UTC));
            parameters.put("kind", pipeline == null ? null : pipeline.name());
            return parameters;
        }
    }

    /** How many came to each milestone, and the median seconds from the one before. */
    record Steps(
            int leads,
            int contact,
            int qualified,
            int booked,
            int met,
            int signed,
            int won,
            @Nullable Integer toContact,
            @Nullable Integer toQualified,
            @Nullable Integer toBooked,
            @Nullable Integer toMet,
            @Nullable Integer toSigned,
            @Nullable Integer toWon,
            @Nullable Integer assistant,
            @Nullable Integer member) {}

    record Won(long valueMinor, int deals) {}

    private final JdbcClient db;

    Progress(JdbcClient db) {
        this.db = db;
    }

    Accounting accounting(Cohort cohort) {
        return db.sql("""
                select count(*) as touches,
                       count(*) filter (where t.outcome = 'NEW_LEAD') as new_leads,
                       count(*) filter (where t.outcome = 'MERGED') as merged,
                       count(*) filter (where t.outcome = 'REJECTED') as rejected
                  from touch t
                 where t.received_at >= :from and t.received_at < :until
                   and (:kind::text is null or exists (select from deal d join pipeline p on p.tenant_id = d.tenant_id and p.id = d.pipeline_id
                                                        where d.tenant_id = t.tenant_id and d.lead_id = t.lead_id and p.kind = :kind))
                """)
                .params(cohort.parameters())
                .query((row, _) -> {
                    int touches = row.getInt("touches");
                    int fresh = row.getInt("new_leads");
                    int merged = row.getInt("merged");
                    int rejected = row.getInt("rejected");
                    return new Accounting(touches, fresh, merged, rejected, touches == fresh + merged + rejected);
                })
                .single();
    }

    Steps steps(Cohort cohort) {
        return db.sql("""
                select count(*) as leads, count(contact_at) as contact, count(qualified_at) as qualified, count(booked_at) as booked,
                       count(met_at) as met, count(signed_at) as signed, count(won_at) as won,
                       percentile_cont(0.5) within group (order by extract(epoch from contact_at - created_at)) as to_contact,
                       percentile_cont(0.5) within group (order by extract(epoch from qualified_at - contact_at)) as to_qualified,
                       percentile_cont(0.5) within group (order by extract(epoch from booked_at - qualified_at)) as to_booked,
                       percentile_cont(0.5) within group (order by extract(epoch from met_at - booked_at)) as to_met,
                       percentile_cont(0.5) within group (order by extract(epoch from signed_at - met_at)) as to_signed,
                       percentile_cont(0.5) within group (order by extract(epoch from won_at - signed_at)) as to_won,
                       percentile_cont(0.5) within group (order by extract(epoch from assistant_at - first_lead_at)) as assistant,
                       percentile_cont(0.5) within group (order by extract(epoch from member_at - first_lead_at)) as member
                  from lead_progress
                 where created_at >= :from and created_at < :until
                   and (:kind::text is null or :kind = any (kinds))
                """)
                .params(cohort.parameters())
                .query((row, _) -> new Steps(
                        row.getInt("leads"),
                        row.getInt("contact"),
                        row.getInt("qualified"),
                        row.getInt("booked"),
                        row.getInt("met"),
                        row.getInt("signed"),
                        row.getInt("won"),
                        seconds(row, "to_contact"),
                        seconds(row, "to_qualified"),
                        seconds(row, "to_booked"),
                        seconds(row, "to_met"),
                        seconds(row, "to_signed"),
                        seconds(row, "to_won"),
                        seconds(row, "assistant"),
                        seconds(row, "member")))
                .single();
    }

    Won won(Cohort cohort) {
        return db.sql("""
                select coalesce(sum(d.value_minor), 0)::bigint as value_minor, count(*) as deals
                  from deal d
                  join pipeline p on p.tenant_id = d.tenant_id and p.id = d.pipeline_id
                 where d.stage = 'WON'
                   and d.closed_at >= :from and d.closed_at < :until
                   and (:kind::text is null or p.kind = :kind)
                """)
                .params(cohort.parameters())
                .query((row, _) -> new Won(row.getLong("value_minor"), row.getInt("deals")))
                .single();
    }

    List<FirstAnswerBucket> firstAnswer(Cohort cohort) {
        return db.sql("""
                with wrote as (
                    select lead_id, contact_at, extract(epoch from member_at - first_lead_at) as waited
                      from lead_progress
                     where created_at >= :from and created_at < :until
                       and first_lead_at is not null
                       and (:kind::text is null or :kind = any (kinds))
                )
                select b.bucket, b.label, count(w.lead_id) as leads,
                       count(w.lead_id)::float8 / greatest(1, (select count(*) from wrote)) as share,
                       count(w.contact_at)::float8 / greatest(1, count(w.lead_id)) as reached
                  from (values (1, 'UNDER_1_MIN', '< 1 min', 0, 60), (2, 'UNDER_5_MIN', '1-5 min', 60, 300), (3, 'UNDER_30_MIN', '5-30 min', 300, 1800),
                               (4, 'UNDER_1_H', '30-60 min', 1800, 3600), (5, 'UNDER_24_H', '1-24 h', 3600, 86400),
                               (6, 'LATER', 'Later', 86400, 2147483647), (7, 'NEVER', 'Never', null, null))
                       b (position, bucket, label, least, below)
                  left join wrote w on case when b.least is null then w.waited is null else greatest(w.waited, 0) >= b.least and w.waited < b.below end
                 group by b.position, b.bucket, b.label
                 order by b.position
                """)
                .params(cohort.parameters())
                .query((row, _) -> new FirstAnswerBucket(
                        row.getString("bucket"),
                        row.getString("label"),
                        row.getInt("leads"),
                        row.getDouble("share"),
                        row.getDouble("reached")))
                .list();
    }

    List<SourceRow> sources(Cohort cohort) {
        return db.sql("""
                with cohort as (
                    select * from lead_progress
                     where created_at >= :from and created_at < :until
                       and (:kind::text is null or :kind = any (kinds))
                ), weekly as (
                    select l.source, week.back, count(*) as leads
                      from lead_progress l
                      join generate_series(0, 11) week (back)
                        on l.created_at < :until::timestamptz - make_interval(weeks => week.back)
                       and l.created_at >= :until::timestamptz - make_interval(weeks => week.back + 1)
                     where :kind::text is null or :kind = any (l.kinds)
                     group by l.source, week.back
                )
                select c.source, count(*) as leads, count(contact_at)::float8 / count(*) as reached, count(booked_at) as booked, count(won_at) as won,
                       sum(won_minor)::bigint as value_minor,
                       array(select coalesce(w.leads, 0)::int
                               from generate_series(11, 0, -1) week (back)
                               left join weekly w on w.source = c.source and w.back = week.back
                              order by week.back desc) as weeks
                  from cohort c
                 group by c.source
                 order by count(*) desc, c.source
                """)
                .params(cohort.parameters())
                .query((row, _) -> new SourceRow(
                        row.getString("source"),
                        row.getInt("leads"),
                        List.of((Integer[]) row.getArray("weeks").getArray()),
                        row.getDouble("reached"),
                        row.getInt("booked"),
                        row.getInt("won"),
                        row.getLong("value_minor")))
                .list();
    }

    List<TeamRow> team(Cohort cohort) {
        return db.sql("""
                select m.id, m.name, m.colour, count(*) as leads, count(l.booked_at) as booked, count(l.won_at) as won
                  from lead_progress l
                  join member m on m.tenant_id = l.tenant_id and m.id = l.owner_id
                 where l.created_at >= :from and l.created_at < :until
                   and (:kind::text is null or :kind = any (l.kinds))
                 group by m.id, m.name, m.colour
                 order by count(l.won_at) desc, count(l.booked_at) desc, m.name
                """)
                .params(cohort.parameters())
                .query((row, _) -> new TeamRow(
                        new MemberRef(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                MemberRef.initialsOf(row.getString("name")),
                                row.getInt("colour")),
                        row.getInt("leads"),
                        row.getInt("booked"),
                        row.getInt("won")))
                .list();
    }

    private static @Nullable Integer seconds(ResultSet row, String column) throws SQLException {
        var value = row.getDouble(column);
        return row.wasNull() ? null : (int) Math.round(value);
    }
}
