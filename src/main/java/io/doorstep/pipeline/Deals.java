package io.doorstep.pipeline;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The deals of the current agency and their history. Call inside a transaction. */
@Component
public class Deals {

    private final JdbcClient db;

    Deals(JdbcClient db) {
        this.db = db;
    }

    public Optional<Deal> find(UUID id) {
        return db.sql("""
                select * from deal where id = :id
                """).param("id", id).query(Deals::deal).optional();
    }

    public List<Deal> openOf(UUID leadId) {
        return db.sql("""
                select * from deal where lead_id = :lead and open order by id
                """).param("lead", leadId).query(Deals::deal).list();
    }

    /** Oldest first. Replaying it gives the deal's stage. */
    public List<DealMove> history(UUID dealId) {
        return db.sql("""
                select seq, pipeline_id, pipeline_version, kind, from_stage, to_stage, actor, member_id, authority, reason, at
                  from deal_move
                 where deal_id = :deal
                 order by seq
                """).param("deal", dealId).query(Deals::move).list();
    }

    DealMove lastMove(UUID dealId) {
        return db.sql("""
                select seq, pipeline_id, pipeline_version, kind, from_stage, to_stage, actor, member_id, authority, reason, at
                  from deal_move
                 where deal_id = :deal
                 order by seq desc
                 limit 1
                """).param("deal", dealId).query(Deals::move).single();
    }

    /** One mover at a time; "no key" so that appointments of the deal can be booked meanwhile. */
    Optional<Deal> lock(UUID id) {
        return db.sql("""
                select * from deal where id = :id for no key update
                """).param("id", id).query(Deals::deal).optional();
    }

    /** Locked in the order of their ids, as everywhere. */
    List<Deal> lockOpenOf(UUID leadId) {
        return db.sql("""
                select * from deal where lead_id = :lead and open order by id for no key update
                """).param("lead", leadId).query(Deals::deal).list();
    }

    void open(Deal deal) {
        db.sql("""
                insert into deal (id, lead_id, pipeline_id, pipeline_version, stage, move_seq, stage_since, owner_id, wish, value_minor,
                                  currency, source, synthetic, opened_at)
                values (:id, :lead, :pipeline, :pipelineVersion, :stage, 1, :at, :owner, :wish, :value,
                        :currency, :source, :synthetic, :at)
                """)
                .param("id", deal.id())
                .param("lead", deal.leadId())
                .param("pipeline", deal.pipelineId())
                .param("pipelineVersion", deal.pipelineVersion())
                .param("stage", deal.stage())
                .param("owner", deal.ownerId())
                .param("wish", deal.wish())
                .param("value", deal.valueMinor())
                .param("currency", deal.currency())
                .param("source", deal.source())
                .param("synthetic", deal.synthetic())
                .param("at", deal.openedAt().atOffset(UTC))
                .update();
    }

    /** Where the deal stands after a move. */
    record Standing(
            String stage,
            boolean open,
            @Nullable Long valueMinor,
            @Nullable LocalDate expectedClose,
            @Nullable String lostReason,
            @Nullable LocalDate nurtureUntil,
            Instant at) {}

    /** Compare-and-set on the version; false when somebody else changed the deal meanwhile. */
    boolean stand(Deal before, UUID pipelineId, int pipelineVersion, Standing now) {
        return db.sql("""
                update deal
                   set pipeline_id = :pipeline, pipeline_version = :pipelineVersion, stage = :stage, move_seq = move_seq + 1,
                       stage_since = case when stage = :stage then stage_since else :at end,
                       open = :open, closed_at = case when :open then null else :at end,
                       value_minor = :value, expected_close = :close, lost_reason = :lostReason, nurture_until = :nurtureUntil,
                       version = version + 1
                 where id = :id
                   and version = :version
                """)
                        .param("pipeline", pipelineId)
                        .param("pipelineVersion", pipelineVersion)
                        .param("stage", now.stage)
                        .param("at", now.at.atOffset(UTC))
                        .param("open", now.open)
                        .param("value", now.valueMinor)
                        .param("close", now.expectedClose)
                        .param("lostReason", now.lostReason)
                        .param("nurtureUntil", now.nurtureUntil)
                        .param("id", before.id())
                        .param("version", before.version())
                        .update()
                == 1;
    }

    void record(UUID dealId, DealMove move, @Nullable UUID fromPipeline, String checksJson) {
        db.sql("""
                insert into deal_move (deal_id, seq, pipeline_id, pipeline_version, kind, from_stage, to_stage, from_pipeline,
                                       actor, member_id, authority, reason, guards, at)
                values (:deal, :seq, :pipeline, :pipelineVersion, :kind, :from, :to, :fromPipeline,
                        :actor, :member, :authority, :reason, :guards::jsonb, :at)
                """)
                .param("deal", dealId)
                .param("seq", move.seq())
                .param("pipeline", move.pipelineId())
                .param("pipelineVersion", move.pipelineVersion())
                .param("kind", move.kind().name())
                .param("from", move.fromStage())
                .param("to", move.toStage())
                .param("fromPipeline", fromPipeline)
                .param("actor", move.actor().name())
                .param("member", move.memberId())
                .param("authority", move.authority())
                .param("reason", move.reason())
                .param("guards", checksJson)
                .param("at", move.at().atOffset(UTC))
                .update();
    }

    /** What the lead's facts say about an open deal; a value that was entered with an expected close stays. */
    void describe(UUID dealId, @Nullable String wish, @Nullable Long valueMinor) {
        db.sql("""
                update deal
                   set wish = :wish,
                       value_minor = case when expected_close is null then coalesce(:value, value_minor) else value_minor end
                 where id = :id
                   and open
                """)
                .param("wish", wish)
                .param("value", valueMinor)
                .param("id", dealId)
                .update();
    }

    void assign(UUID leadId, UUID memberId) {
        db.sql("""
                update deal set owner_id = :owner, version = version + 1 where lead_id = :lead and open and owner_id <> :owner
                """).param("owner", memberId).param("lead", leadId).update();
    }

    private static Deal deal(ResultSet row, int number) throws SQLException {
        return new Deal(
                row.getObject("id", UUID.class),
                row.getObject("lead_id", UUID.class),
                row.getObject("pipeline_id", UUID.class),
                row.getInt("pipeline_version"),
                row.getString("stage"),
                row.getInt("move_seq"),
                row.getObject("stage_since", OffsetDateTime.class).toInstant(),
                row.getBoolean("open"),
                row.getObject("owner_id", UUID.class),
                row.getString("wish"),
                row.getObject("value_minor", Long.class),
                row.getString("currency"),
                row.getObject("expected_close", LocalDate.class),
                row.getString("source"),
                row.getString("lost_reason"),
                row.getObject("nurture_until", LocalDate.class),
                row.getInt("version"),
                row.getBoolean("synthetic"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant());
    }

    private static DealMove move(ResultSet row, int number) throws SQLException {
        return new DealMove(
                row.getInt("seq"),
                row.getObject("pipeline_id", UUID.class),
                row.getInt("pipeline_version"),
                MoveKind.valueOf(row.getString("kind")),
                row.getString("from_stage"),
                row.getString("to_stage"),
                Actor.Kind.valueOf(row.getString("actor")),
                row.getObject("member_id", UUID.class),
                row.getString("authority"),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
