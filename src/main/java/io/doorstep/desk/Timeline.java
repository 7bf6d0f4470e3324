package io.doorstep.desk;

import static java.time.ZoneOffset.UTC;

import io.doorstep.booking.AppointmentView;
import io.doorstep.booking.AppointmentViews;
import io.doorstep.conversation.Author;
import io.doorstep.conversation.ConversationState;
import io.doorstep.desk.TimelineItem.EvidenceSpan;
import io.doorstep.desk.TimelineItem.FactLine;
import io.doorstep.identity.MemberRef;
import io.doorstep.lead.ConsentChannel;
import io.doorstep.lead.Leads;
import io.doorstep.platform.Columns;
import io.doorstep.platform.Cursor;
import io.doorstep.qualification.FactKey;
import io.doorstep.qualification.Grade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One lead's timeline out of {@code lead_timeline}: the newest page first, each page in the order of time. */
@Component
class Timeline {

    private static final int PAGE = 60;

    private final JdbcClient db;
    private final Leads leads;
    private final AppointmentViews appointments;
    private final JsonMapper json;

    Timeline(JdbcClient db, Leads leads, AppointmentViews appointments, JsonMapper json) {
        this.db = db;
        this.leads = leads;
        this.appointments = appointments;
        this.json = json;
    }

    /** @param nextCursor of the page before this one in time */
    record TimelinePage(List<TimelineItem> items, @Nullable String nextCursor) {}

    private record Row(
            String type,
            String id,
            Instant at,
            int rank,
            @Nullable MemberRef member,
            JsonNode detail) {}

    /** @throws io.doorstep.platform.Refused not-found */
    @Transactional(readOnly = true)
    public TimelinePage page(UUID leadId, @Nullable Cursor before) {
        leads.find(leadId);
        var rows = rows(leadId, before);
        var onPage = rows.subList(0, Math.min(PAGE, rows.size()));
        var booked = onPage.stream().anyMatch(row -> row.type().equals("APPOINTMENT"))
                ? appointments.ofLead(leadId).stream()
                        .collect(Collectors.toMap(AppointmentView::id, Function.identity()))
                : Map.<UUID, AppointmentView>of();
        var items = new ArrayList<TimelineItem>();
        for (var row : onPage.reversed()) {
            items.add(item(row, booked));
        }
        var oldest = rows.size() > PAGE ? onPage.getLast() : null;
        return new TimelinePage(items, oldest == null ? null : Cursor.of(oldest.at(), oldest.rank(), oldest.id()));
    }

    private List<Row> rows(UUID leadId, @Nullable Cursor before) {
        return db.sql("""
                        select t.type, t.id, t.at, t.rank, t.member_id, m.name as member_name, m.colour as member_colour, t.detail
                          from lead_timeline t
                          left join member m on m.id = t.member_id
                         where t.lead_id = :leadId
                           and (:at::timestamptz is null or (t.at, t.rank, t.id) < (:at, :rank, :id))
                         order by t.at desc, t.rank desc, t.id desc
                         limit :limit
                        """)
                .param("leadId", leadId)
                .param("at", before == null ? null : Cursors.instant(before, 0).atOffset(UTC))
                .param("rank", before == null ? 0 : (int) Cursors.number(before, 1))
                .param("id", before == null ? "" : before.keys().get(2))
                .param("limit", PAGE + 1)
                .query((row, _) -> new Row(
                        row.getString("type"),
                        row.getString("id"),
                        Columns.instant(row, "at"),
                        row.getInt("rank"),
                        DeskRows.member(row, "member"),
                        json.readTree(row.getString("detail"))))
                .list();
    }

    private TimelineItem item(Row row, Map<UUID, AppointmentView> booked) {
        var detail = row.detail();
        return switch (row.type()) {
            case "TOUCH" ->
                new TimelineItem.TouchItem(row.id(), row.at(), text(detail, "source"), textOrNull(detail, "page"));
            case "MESSAGE" ->
                new TimelineItem.MessageItem(
                        row.id(),
                        row.at(),
                        UUID.fromString(text(detail, "conversationId")),
                        detail.path("seq").asLong(),
                        Author.valueOf(text(detail, "author")),
                        row.member() == null ? null : row.member().name(),
                        text(detail, "text"),
                        spans(detail.path("evidence")));
            case "FACTS" -> new TimelineItem.FactsItem(row.id(), row.at(), facts(detail.path("facts")));
            case "SCORE" ->
                new TimelineItem.ScoreItem(
                        row.id(),
                        row.at(),
                        detail.path("from").isNull()
                                ? null
                                : detail.path("from").asInt(),
                        detail.path("to").asInt(),
                        Grade.valueOf(text(detail, "grade")));
            case "MOVE" ->
                new TimelineItem.MoveItem(
                        row.id(),
                        row.at(),
                        textOrNull(detail, "fromName"),
                        text(detail, "toName"),
                        text(detail, "kind"),
                        row.member(),
                        textOrNull(detail, "reason"));
            case "HANDOVER" ->
                new TimelineItem.HandoverItem(
                        row.id(),
                        row.at(),
                        ConversationState.valueOf(text(detail, "from")),
                        ConversationState.valueOf(text(detail, "to")),
                        row.member(),
                        text(detail, "reason"));
            case "APPOINTMENT" ->
                new TimelineItem.AppointmentItem(
                        row.id(),
                        row.at(),
                        Objects.requireNonNull(booked.get(UUID.fromString(text(detail, "appointmentId")))),
                        text(detail, "change"));
            case "CONSENT" ->
                new TimelineItem.ConsentItem(
                        row.id(),
                        row.at(),
                        ConsentChannel.valueOf(text(detail, "channel")),
                        detail.path("granted").asBoolean(),
                        textOrNull(detail, "wordingVersion"));
            case "GUARD" ->
                new TimelineItem.GuardItem(
                        row.id(),
                        row.at(),
                        text(detail, "side"),
                        text(detail, "kind"),
                        text(detail, "quote"),
                        text(detail, "rule"));
            default -> throw new IllegalStateException("lead_timeline has a type that no one reads: " + row.type());
        };
    }

    static List<EvidenceSpan> spans(JsonNode evidence) {
        return evidence.valueStream()
                .map(span -> new EvidenceSpan(
                        span.path("start").asInt(),
                        span.path("end").asInt(),
                        UUID.fromString(text(span, "factId")),
                        text(span, "key")))
                .toList();
    }

    private static List<FactLine> facts(JsonNode facts) {
        return facts.valueStream()
                .map(fact -> new FactLine(text(fact, "key"), FactKey.labelOf(text(fact, "key")), text(fact, "display")))
                .toList();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }

    private static @Nullable String textOrNull(JsonNode node, String field) {
        var value = node.path(field);
        return value.isNull() || value.isMissingNode() ? null : value.asString();
    }
}
