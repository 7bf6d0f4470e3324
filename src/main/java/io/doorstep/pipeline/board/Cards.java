package io.doorstep.pipeline.board;

import static java.time.ZoneOffset.UTC;

import io.doorstep.identity.MemberRef;
import io.doorstep.pipeline.board.DealCard.NextActionView;
import io.doorstep.qualification.Grade;
import io.doorstep.qualification.GradeRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads cards. The usual order, by due time, walks an index per column; the others sort. Call inside a transaction.
 *
 * <p>{@code offset 0} makes PostgreSQL find the page first and the few cards of it one by one: left to itself it guessed the tenant's size
 * from the average and joined all cards first (21 s instead of 10 ms, in the one large agency among 200).
 */
@Component
class Cards {

    /** A card, and the number that its place in the column is by: microseconds of the due time, or what else is sorted by. */
    record Placed(long place, DealCard card) {}

    /** Where a column goes on. */
    record After(long place, UUID id) {
        static final After START = new After(Long.MIN_VALUE, new UUID(0, 0));

        /** The due time that the place stands for, between the years 1 and 9999. */
        OffsetDateTime due() {
            var micros = Math.clamp(place, -62_135_596_800_000_000L, 253_402_300_799_000_000L);
            return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(UTC);
        }
    }

    private final JdbcClient db;
    private final Clock clock;

    Cards(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<DealCard> find(UUID dealId) {
        return db.sql("""
                select c.*, 0 as place from deal_card c where c.id = :id
                """).param("id", dealId).query(this::placed).optional().map(Placed::card);
    }

    /** The first cards of every stage named, each stage in the order of due times. */
    List<Placed> byDue(
            UUID pipelineId, List<String> stages, List<String> early, BoardQuery query, After after, int limit) {
        return filtered(db.sql("""
                select c.*, (extract(epoch from d.due_at) * 1000000)::bigint as place
                  from unnest(:stages::text[]) as wanted(stage)
                 cross join lateral (
                       select d.id, d.due_at
                         from open_deal d
                        where d.pipeline_id = :pipeline
                          and d.stage = wanted.stage
                          and (d.due_at, d.id) > (:place, :after)
                          and (:owner::uuid is null or d.owner_id = :owner)
                          and (:grade::text is null or d.grade = :grade)
                          and (:source::text is null or d.source = :source)
                          and (not :leaking or d.leak_at <= :now)
                          and (not :noAppointment or d.stage = any (:early::text[]))
                          and (not :searching
                                               or not exists (select from unnest(:words::text[]) as word
                                                   where not exists (select from lead_term t
                                                              where t.tenant_id = d.tenant_id and t.lead_id = d.lead_id
                                                                and t.term >= word and t.term < word || chr(1114111))))
                        order by d.due_at, d.id
                        limit :limit) d
                 cross join lateral (select * from deal_card c where c.id = d.id offset 0) c
                 order by d.due_at, d.id
                """), pipelineId, early, query)
                .param("stages", stages.toArray(String[]::new))
                .param("place", after.due())
                .param("after", after.id)
                .param("limit", limit)
                .query(this::placed)
                .list();
    }

    /** Newest or most valuable first. */
    List<Placed> byKey(
            UUID pipelineId, List<String> stages, List<String> early, BoardQuery query, After after, int limit) {
        return filtered(db.sql("""
                select c.*, d.place
                  from unnest(:stages::text[]) as wanted(stage)
                 cross join lateral (
                       select d.id, k.place
                         from open_deal d
                        cross join lateral (select case :sort when 'value' then -coalesce(d.value_minor, 0)
                                                              else -(extract(epoch from d.opened_at) * 1000000)::bigint end as place) k
                        where d.pipeline_id = :pipeline
                          and d.stage = wanted.stage
                          and (k.place, d.id) > (:place, :after)
                          and (:owner::uuid is null or d.owner_id = :owner)
                          and (:grade::text is null or d.grade = :grade)
                          and (:source::text is null or d.source = :source)
                          and (not :leaking or d.leak_at <= :now)
                          and (not :noAppointment or d.stage = any (:early::text[]))
                          and (not :searching
                                               or not exists (select from unnest(:words::text[]) as word
                                                   where not exists (select from lead_term t
                                                              where t.tenant_id = d.tenant_id and t.lead_id = d.lead_id
                                                                and t.term >= word and t.term < word || chr(1114111))))
                        order by k.place, d.id
                        limit :limit) d
                 cross join lateral (select * from deal_card c where c.id = d.id offset 0) c
                 order by d.place, d.id
                """), pipelineId, early, query)
                .param("sort", query.sort().name())
                .param("stages", stages.toArray(String[]::new))
                .param("place", after.place)
                .param("after", after.id)
                .param("limit", limit)
                .query(this::placed)
                .list();
    }

    /** One stage's counts: over everything for the tabs, over what the filters show for the column. */
    record Count(
            String stage, int everything, int mine, int hotNoAppointment, int leaking, int shown, long valueMinor) {}

    List<Count> counts(UUID pipelineId, List<String> early, BoardQuery query, UUID me) {
        return filtered(db.sql("""
                select d.stage,
                       count(*) as everything,
                       count(*) filter (where d.owner_id = :me) as mine,
                       count(*) filter (where d.grade = 'HOT' and d.early) as hot_no_appointment,
                       count(*) filter (where d.leaks) as leaking,
                       count(*) filter (where d.shown) as shown,
                       coalesce(sum(d.value_minor) filter (where d.shown), 0)::bigint as value_minor
                  from (select o.stage, o.owner_id, o.grade, o.value_minor,
                               o.stage = any (:early::text[]) as early,
                               o.leak_at <= :now as leaks,
                               (:owner::uuid is null or o.owner_id = :owner)
                               and (:grade::text is null or o.grade = :grade)
                               and (:source::text is null or o.source = :source)
                               and (not :leaking or o.leak_at <= :now)
                               and (not :noAppointment or o.stage = any (:early::text[]))
                               and (not :searching
                                                    or not exists (select from unnest(:words::text[]) as word
                                                        where not exists (select from lead_term t
                                                                   where t.tenant_id = o.tenant_id and t.lead_id = o.lead_id
                                                                     and t.term >= word and t.term < word || chr(1114111)))) as shown
                          from open_deal o
                         where o.pipeline_id = :pipeline) d
                 group by d.stage
                """), pipelineId, early, query)
                .param("me", me)
                .query((row, _) -> new Count(
                        row.getString("stage"),
                        row.getInt("everything"),
                        row.getInt("mine"),
                        row.getInt("hot_no_appointment"),
                        row.getInt("leaking"),
                        row.getInt("shown"),
                        row.getLong("value_minor")))
                .list();
    }

    private JdbcClient.StatementSpec filtered(
            JdbcClient.StatementSpec statement, UUID pipelineId, List<String> early, BoardQuery query) {
        var grade = query.grade();
        var source = query.source();
        return statement
                .param("pipeline", pipelineId)
                .param("early", early.toArray(String[]::new))
                .param("owner", query.owner())
                .param("grade", grade == null ? null : grade.name())
                .param("source", source == null ? null : source.name())
                .param("leaking", query.leaking())
                .param("noAppointment", query.noAppointment())
                .param("searching", !query.words().isEmpty())
                .param("words", query.words().toArray(String[]::new))
                .param("now", clock.instant().atOffset(UTC));
    }

    private Placed placed(ResultSet row, int number) throws SQLException {
        var grade = row.getString("grade");
        var wish = row.getString("wish");
        var card = new DealCard(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("stage"),
                row.getObject("stage_since", OffsetDateTime.class),
                row.getObject("lead_id", UUID.class),
                row.getString("name"),
                grade == null
                        ? null
                        : new GradeRef(row.getInt("score"), Grade.valueOf(grade), row.getBoolean("by_hand")),
                wish == null ? "" : wish,
                row.getObject("value_minor", Long.class),
                row.getString("currency"),
                row.getString("source"),
                member(row, "owner_id", "owner_name", "owner_colour"),
                action(row),
                Leaks.of(
                        clock.instant(),
                        row.getString("action_kind"),
                        instant(row, "due_at"),
                        instant(row, "waiting_since"),
                        row.getBoolean("answered")));
        return new Placed(row.getLong("place"), card);
    }

    private static @Nullable NextActionView action(ResultSet row) throws SQLException {
        var id = row.getObject("action_id", UUID.class);
        if (id == null) return null;
        return new NextActionView(
                id,
                row.getString("action_kind"),
                row.getString("action_title"),
                row.getObject("due_at", OffsetDateTime.class),
                member(row, "action_owner_id", "action_owner_name", "action_owner_colour"));
    }

    private static MemberRef member(ResultSet row, String id, String name, String colour) throws SQLException {
        return new MemberRef(row.getObject(id, UUID.class), row.getString(name), row.getInt(colour));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
