package io.doorstep.desk;

import io.doorstep.conversation.Channel;
import io.doorstep.conversation.ConversationState;
import io.doorstep.desk.LeadView.Bands;
import io.doorstep.desk.LeadView.ChanceView;
import io.doorstep.desk.LeadView.ContactView;
import io.doorstep.desk.LeadView.ContributionView;
import io.doorstep.desk.LeadView.ConversationRef;
import io.doorstep.desk.LeadView.LimitView;
import io.doorstep.desk.LeadView.OverrideView;
import io.doorstep.desk.LeadView.QualificationView;
import io.doorstep.identity.MemberRef;
import io.doorstep.lead.ConsentChannel;
import io.doorstep.lead.ContactKind;
import io.doorstep.lead.ContactPoint;
import io.doorstep.platform.Columns;
import io.doorstep.qualification.Chances.Chance;
import io.doorstep.qualification.Grade;
import io.doorstep.qualification.Qualification;
import io.doorstep.qualification.Raise;
import io.doorstep.qualification.Scorecard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The parts of the lead page that are one statement each, but for facts and deals. */
@Component
class LeadFile {

    private final JdbcClient db;
    private final JsonMapper json;

    LeadFile(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    record Head(
            @Nullable String name,
            String displayName,
            String source,
            @Nullable String page,
            Instant createdAt,
            @Nullable MemberRef owner,
            @Nullable String timeZone,
            boolean synthetic,
            boolean reachable) {}

    Optional<Head> head(UUID leadId) {
        return db.sql("""
                        select l.name, n.display_name, l.source,
                               (select t.page from touch t
                                 where t.lead_id = l.id and t.page is not null order by t.received_at limit 1) as page,
                               l.created_at, m.id as owner_id, m.name as owner_name, m.colour as owner_colour, l.time_zone, l.synthetic,
                               exists (select from contact_point c where c.lead_id in (l.id, l.folded_into)) as reachable
                          from lead l
                          join lead_name n on n.lead_id = l.id
                          left join member m on m.id = l.owner_id
                         where l.id = :leadId
                        """)
                .param("leadId", leadId)
                .query((row, _) -> new Head(
                        row.getString("name"),
                        row.getString("display_name"),
                        row.getString("source"),
                        row.getString("page"),
                        Columns.instant(row, "created_at"),
                        DeskRows.member(row, "owner"),
                        row.getString("time_zone"),
                        row.getBoolean("synthetic"),
                        row.getBoolean("reachable")))
                .optional();
    }

    List<ContactView> contacts(UUID leadId) {
        return db.sql("""
                        select kind, value
                          from contact_point
                         where lead_id = :leadId
                         order by created_at, id
                        """)
                .param("leadId", leadId)
                .query((row, _) -> {
                    var point = new ContactPoint(ContactKind.valueOf(row.getString("kind")), row.getString("value"));
                    return new ContactView(point.kind(), point.value(), point.display());
                })
                .list();
    }

    List<ConsentView> consents(UUID leadId) {
        return ConsentView.complete(db.sql("""
                        select distinct on (channel) channel, granted, wording, wording_version, at, source
                          from consent
                         where lead_id = :leadId
                         order by channel, at desc, id desc
                        """)
                .param("leadId", leadId)
                .query((row, _) -> new ConsentView(
                        ConsentChannel.valueOf(row.getString("channel")),
                        row.getBoolean("granted") ? ConsentView.Status.GRANTED : ConsentView.Status.REVOKED,
                        row.getString("wording"),
                        row.getString("wording_version"),
                        Columns.instant(row, "at"),
                        row.getString("source")))
                .list());
    }

    @Nullable
    QualificationView qualification(UUID leadId, List<Raise> raises, @Nullable Chance chance) {
        return db.sql("""
                        select q.id, q.score, s.grade, q.grade as machine_grade, q.scorecard_version, q.at, q.limits, c.definition,
                               o.grade as given_grade, o.reason, o.at as given_at, o.until,
                               m.id as by_id, m.name as by_name, m.colour as by_colour
                          from standing s
                          join qualification q on q.id = s.qualification_id
                          join scorecard c on c.version = q.scorecard_version
                          left join score_override o on o.lead_id = s.lead_id and o.ended_at is null
                          left join member m on m.id = o.member_id
                         where s.lead_id = :leadId
                        """)
                .param("leadId", leadId)
                .query((row, _) -> new QualificationView(
                        row.getInt("score"),
                        Grade.valueOf(row.getString("grade")),
                        Grade.valueOf(row.getString("machine_grade")),
                        row.getInt("scorecard_version"),
                        Columns.instant(row, "at"),
                        contributions(Columns.uuid(row, "id")),
                        limits(row.getString("limits")),
                        raises,
                        bands(row.getString("definition")),
                        override(row),
                        chance == null
                                ? null
                                : new ChanceView(chance.probability(), chance.closed(), chance.won(), chance.brier())))
                .optional()
                .orElse(null);
    }

    private Bands bands(String definition) {
        var card = json.readValue(definition, Scorecard.class);
        return new Bands(card.hot(), card.warm(), card.nurture());
    }

    private List<LimitView> limits(String stored) {
        return Arrays.stream(json.readValue(stored, Qualification.Limit[].class))
                .map(limit -> new LimitView(limit.to(), limit.reason(), limit.factId()))
                .toList();
    }

    private static @Nullable OverrideView override(ResultSet row) throws SQLException {
        var by = DeskRows.member(row, "by");
        return by == null
                ? null
                : new OverrideView(
                        Grade.valueOf(row.getString("given_grade")),
                        row.getString("reason"),
                        by,
                        Columns.instant(row, "given_at"),
                        Columns.instantOrNull(row, "until"));
    }

    private List<ContributionView> contributions(UUID qualificationId) {
        return db.sql("""
                        select c.criterion, c.points, c.out_of, c.reason, f.key, f.quote, f.message_id, f.at
                          from contribution c
                          left join fact f on f.id = c.fact_id
                         where c.qualification_id = :id
                         order by c.position
                        """)
                .param("id", qualificationId)
                .query(LeadFile::contribution)
                .list();
    }

    List<ConversationRef> conversations(UUID leadId) {
        return db.sql("""
                        select id, channel, state
                          from conversation
                         where lead_id = :leadId
                         order by started_at, id
                        """)
                .param("leadId", leadId)
                .query((row, _) -> new ConversationRef(
                        Columns.uuid(row, "id"),
                        Channel.valueOf(row.getString("channel")),
                        ConversationState.valueOf(row.getString("state"))))
                .list();
    }

    private static ContributionView contribution(ResultSet row, int index) throws SQLException {
        var criterion = row.getString("criterion");
        return new ContributionView(
                criterion,
                criterion.charAt(0)
                        + criterion.substring(1).toLowerCase(Locale.ROOT).replace('_', ' '),
                row.getInt("points"),
                row.getInt("out_of"),
                row.getString("reason"),
                row.getString("key"),
                row.getString("quote"),
                Columns.uuidOrNull(row, "message_id"),
                Columns.instantOrNull(row, "at"));
    }
}
