package io.doorstep.desk;

import io.doorstep.capture.Presence;
import io.doorstep.conversation.AnswerSource;
import io.doorstep.conversation.Attachment;
import io.doorstep.conversation.Author;
import io.doorstep.conversation.Channel;
import io.doorstep.conversation.ConversationState;
import io.doorstep.desk.ConversationView.HandoverView;
import io.doorstep.desk.ConversationView.ThreadDeal;
import io.doorstep.desk.ConversationView.ThreadLead;
import io.doorstep.desk.ConversationView.ThreadMessage;
import io.doorstep.identity.MemberRef;
import io.doorstep.lead.LeadName;
import io.doorstep.platform.Columns;
import io.doorstep.platform.Refusal;
import io.doorstep.qualification.GradeRef;
import io.doorstep.question.QuestionPlans;
import io.doorstep.tenancy.Agencies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The conversation page: one statement per part, however long the thread. */
@Component
class ThreadFile {

    private static final TypeReference<List<AnswerSource>> SOURCES = new TypeReference<>() {};

    private final JdbcClient db;
    private final LeadFile leadFile;
    private final FactSheet factSheet;
    private final QuestionPlans questions;
    private final Presence presence;
    private final Agencies agencies;
    private final Clock clock;
    private final JsonMapper json;

    ThreadFile(
            JdbcClient db,
            LeadFile leadFile,
            FactSheet factSheet,
            QuestionPlans questions,
            Presence presence,
            Agencies agencies,
            Clock clock,
            JsonMapper json) {
        this.db = db;
        this.leadFile = leadFile;
        this.factSheet = factSheet;
        this.questions = questions;
        this.presence = presence;
        this.agencies = agencies;
        this.clock = clock;
        this.json = json;
    }

    private record Head(
            UUID leadId,
            Channel channel,
            ConversationState state,
            @Nullable MemberRef holder,
            @Nullable Instant waitingSince,
            LeadName name,
            @Nullable GradeRef grade,
            String wish,
            @Nullable Long valueMinor,
            @Nullable ThreadDeal deal,
            @Nullable ZoneId zone,
            boolean named,
            boolean reachable) {}

    /** @throws io.doorstep.platform.Refused not-found */
    @Transactional(readOnly = true)
    public ConversationView view(UUID id) {
        var head = head(id);
        var facts = factSheet.of(head.leadId());
        var online = presence.online(id);
        return new ConversationView(
                id,
                head.leadId(),
                head.channel(),
                head.state(),
                head.holder(),
                InboxRow.answerBy(head.state(), head.waitingSince()),
                messages(id, null),
                handovers(id),
                new ThreadLead(
                        head.name().shown(),
                        head.name().initials(),
                        head.grade(),
                        head.wish(),
                        head.valueMinor(),
                        online),
                facts,
                StillToAsk.of(questions.current(), facts, head.named(), head.reachable()),
                head.deal(),
                Legality.of(new Legality.Case(
                        head.channel(),
                        online,
                        leadFile.contacts(head.leadId()),
                        leadFile.consents(head.leadId()),
                        head.zone() == null ? agencies.current().timeZone() : head.zone(),
                        clock.instant())));
    }

    /** One message of a conversation, as it stands in its thread. */
    @Transactional(readOnly = true)
    public ThreadMessage message(UUID conversationId, UUID messageId) {
        return messages(conversationId, messageId).getFirst();
    }

    private Head head(UUID id) {
        return db.sql("""
                        select c.lead_id, c.channel, c.state, h.id as holder_id, h.name as holder_name, h.colour as holder_colour,
                               c.waiting_since, n.display_name, s.score, s.grade, s.by_hand, d.id as deal_id, d.wish, d.value_minor, d.currency,
                               d.stage_name, d.pipeline_name,
                               l.time_zone, l.name is not null as named,
                               exists (select from contact_point p where p.lead_id in (l.id, l.folded_into)) as reachable
                          from conversation c
                          join lead l on l.id = c.lead_id
                          join lead_name n on n.lead_id = l.id
                          left join member h on h.id = c.holder_id
                          left join standing s on s.lead_id = l.id
                          left join lateral (select e.id, e.wish, e.value_minor, e.currency, t.name as stage_name, p.name as pipeline_name
                                               from deal e
                                               join stage t on t.pipeline_id = e.pipeline_id and t.version = e.pipeline_version
                                                           and t.key = e.stage
                                               join pipeline p on p.id = e.pipeline_id
                                              where e.lead_id = l.id
                                              order by e.open desc, e.opened_at desc
                                              limit 1) d on true
                         where c.id = :id
                        """)
                .param("id", id)
                .query(ThreadFile::head)
                .optional()
                .orElseThrow(() -> Refusal.NotFound.of("conversation").asException());
    }

    private static Head head(ResultSet row, int index) throws SQLException {
        var zone = row.getString("time_zone");
        var wish = row.getString("wish");
        var value = Columns.longOrNull(row, "value_minor");
        var dealId = Columns.uuidOrNull(row, "deal_id");
        return new Head(
                Columns.uuid(row, "lead_id"),
                Channel.valueOf(row.getString("channel")),
                ConversationState.valueOf(row.getString("state")),
                DeskRows.member(row, "holder"),
                Columns.instantOrNull(row, "waiting_since"),
                LeadName.of(row.getString("display_name")),
                DeskRows.grade(row),
                wish == null ? "" : wish,
                value,
                dealId == null
                        ? null
                        : new ThreadDeal(
                                dealId,
                                row.getString("stage_name"),
                                row.getString("pipeline_name"),
                                value,
                                row.getString("currency")),
                zone == null ? null : ZoneId.of(zone),
                row.getBoolean("named"),
                row.getBoolean("reachable"));
    }

    private List<ThreadMessage> messages(UUID conversationId, @Nullable UUID only) {
        return db.sql("""
                        select m.id, m.seq, m.author, p.id as member_id, p.name as member_name, p.colour as member_colour, m.body, m.created_at,
                               m.attachment, coalesce(e.spans, '[]') as evidence,
                               (select jsonb_agg(jsonb_build_object('kind', s.kind, 'id', s.source_id, 'title', s.title))
                                  from message_source s
                                 where s.message_id = m.id) as sources
                          from message m
                          left join member p on p.id = m.member_id
                          left join (select f.message_id,
                                            jsonb_agg(jsonb_build_object('start', f.quote_from, 'end', f.quote_to, 'factId', f.id, 'key', f.key)
                                                      order by f.quote_from, f.id) as spans
                                       from conversation c
                                       join fact f on f.lead_id = c.lead_id
                                      where c.id = :conversationId
                                        and f.quote_from is not null
                                      group by f.message_id) e on e.message_id = m.id
                         where m.conversation_id = :conversationId
                           and (:only::uuid is null or m.id = :only)
                         order by m.seq
                        """)
                .param("conversationId", conversationId)
                .param("only", only)
                .query(this::message)
                .list();
    }

    private ThreadMessage message(ResultSet row, int index) throws SQLException {
        var author = Author.valueOf(row.getString("author"));
        var member = DeskRows.member(row, "member");
        var attachment = row.getString("attachment");
        var sources = row.getString("sources");
        return new ThreadMessage(
                Columns.uuid(row, "id"),
                row.getLong("seq"),
                author,
                member == null ? null : member.name(),
                member,
                row.getString("body"),
                Columns.instant(row, "created_at"),
                Timeline.spans(json.readTree(row.getString("evidence"))),
                attachment == null || author == Author.LEAD ? null : json.readValue(attachment, Attachment.class),
                sources == null ? List.of() : json.readValue(sources, SOURCES));
    }

    private List<HandoverView> handovers(UUID conversationId) {
        return db.sql("""
                        select h.from_state, h.to_state, m.id as by_id, m.name as by_name, m.colour as by_colour, h.reason, h.at
                          from handover h
                          left join member m on m.id = h.member_id
                         where h.conversation_id = :conversationId
                         order by h.at, h.id
                        """)
                .param("conversationId", conversationId)
                .query((row, _) -> new HandoverView(
                        ConversationState.valueOf(row.getString("from_state")),
                        ConversationState.valueOf(row.getString("to_state")),
                        DeskRows.member(row, "by"),
                        row.getString("reason"),
                        Columns.instant(row, "at")))
                .list();
    }
}
