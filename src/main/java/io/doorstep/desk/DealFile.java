package io.doorstep.desk;

import io.doorstep.desk.DealSteps.StageOnTheWay;
import io.doorstep.desk.LeadView.DealAction;
import io.doorstep.desk.LeadView.DealView;
import io.doorstep.desk.LeadView.PipelineRef;
import io.doorstep.identity.MemberRef;
import io.doorstep.pipeline.PipelineKind;
import io.doorstep.platform.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The deals of a lead with the way that each has come: two statements, however many deals there are. */
@Component
class DealFile {

    private final JdbcClient db;

    DealFile(JdbcClient db) {
        this.db = db;
    }

    /** Open ones first, then the newest. */
    List<DealView> of(UUID leadId) {
        var ways = ways(leadId);
        return db.sql("""
                        select d.id, d.version, p.kind as pipeline_kind, p.name as pipeline_name, d.stage, s.name as stage_name, d.stage_since,
                               d.value_minor, d.currency, d.open, o.id as owner_id, o.name as owner_name, o.colour as owner_colour,
                               a.id as action_id, a.kind as action_kind, a.title as action_title, a.due_at as action_due_at,
                               w.id as action_owner_id, w.name as action_owner_name, w.colour as action_owner_colour
                          from deal d
                          join pipeline p on p.id = d.pipeline_id
                          join stage s on s.pipeline_id = d.pipeline_id and s.version = d.pipeline_version and s.key = d.stage
                          join member o on o.id = d.owner_id
                          left join next_action a on a.deal_id = d.id and a.done_at is null
                          left join member w on w.id = a.owner_id
                         where d.lead_id = :leadId
                         order by d.open desc, d.opened_at desc, d.id
                        """)
                .param("leadId", leadId)
                .query((row, _) -> deal(row, ways.getOrDefault(Columns.uuid(row, "id"), List.of())))
                .list();
    }

    private Map<UUID, List<StageOnTheWay>> ways(UUID leadId) {
        var ways = new LinkedHashMap<UUID, List<StageOnTheWay>>();
        db.sql("""
                        select d.id as deal_id, s.key, s.name, s.position, s.kind, v.at, coalesce(v.kind = 'OVERRIDE', false) as override, v.reason
                          from deal d
                          join stage s on s.pipeline_id = d.pipeline_id and s.version = d.pipeline_version
                          left join lateral (select at, kind, reason from deal_move
                                              where deal_id = d.id and to_stage = s.key
                                              order by seq desc
                                              limit 1) v on true
                         where d.lead_id = :leadId
                         order by d.id, s.position
                        """)
                .param("leadId", leadId)
                .query((row, _) -> {
                    ways.computeIfAbsent(Columns.uuid(row, "deal_id"), _ -> new ArrayList<>())
                            .add(new StageOnTheWay(
                                    row.getString("key"),
                                    row.getString("name"),
                                    row.getInt("position"),
                                    row.getString("kind"),
                                    Columns.instantOrNull(row, "at"),
                                    row.getBoolean("override"),
                                    row.getString("reason")));
                    return true;
                })
                .list();
        return ways;
    }

    private static DealView deal(ResultSet row, List<StageOnTheWay> way) throws SQLException {
        var stage = row.getString("stage");
        return new DealView(
                Columns.uuid(row, "id"),
                row.getInt("version"),
                new PipelineRef(PipelineKind.valueOf(row.getString("pipeline_kind")), row.getString("pipeline_name")),
                stage,
                row.getString("stage_name"),
                Columns.instant(row, "stage_since"),
                Columns.longOrNull(row, "value_minor"),
                row.getString("currency"),
                row.getBoolean("open"),
                new MemberRef(Columns.uuid(row, "owner_id"), row.getString("owner_name"), row.getInt("owner_colour")),
                action(row),
                DealSteps.of(way, stage));
    }

    private static @Nullable DealAction action(ResultSet row) throws SQLException {
        var id = Columns.uuidOrNull(row, "action_id");
        var owner = DeskRows.member(row, "action_owner");
        return id == null || owner == null
                ? null
                : new DealAction(
                        id,
                        row.getString("action_kind"),
                        row.getString("action_title"),
                        Columns.instant(row, "action_due_at"),
                        owner);
    }
}
