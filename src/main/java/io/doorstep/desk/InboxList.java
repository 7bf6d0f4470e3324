package io.doorstep.desk;

import io.doorstep.conversation.Author;
import io.doorstep.conversation.Channel;
import io.doorstep.conversation.ConversationState;
import io.doorstep.lead.LeadName;
import io.doorstep.platform.Columns;
import io.doorstep.platform.Cursor;
import io.doorstep.platform.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Open conversations: who waits for a person first, the longest wait before all, then the newest. */
@Component
class InboxList {

    private static final int PAGE = 40;

    private final JdbcClient db;

    InboxList(JdbcClient db) {
        this.db = db;
    }

    /** Whose conversations. */
    enum Tab {
        /** A person is due, and that is me: I hold it, or its lead is mine. */
        MINE,
        /** A person is due, and nobody is named. */
        UNASSIGNED,
        ASSISTANT,
        ALL
    }

    record InboxCounts(long mine, long unassigned, long assistant, long all) {}

    private record Placed(InboxRow row, long place) {}

    @Transactional(readOnly = true)
    public InboxCounts counts(UUID me) {
        return db.sql("""
                        select count(*) filter (where c.state in ('WAITING', 'MEMBER') and coalesce(c.holder_id, l.owner_id) = :me) as mine,
                               count(*) filter (where c.state = 'WAITING' and l.owner_id is null) as unassigned,
                               count(*) filter (where c.state = 'ASSISTANT') as assistant,
                               count(*) as "all"
                          from conversation c
                          join lead l on l.id = c.lead_id
                         where c.state <> 'CLOSED'
                        """)
                .param("me", me)
                .query((row, _) -> new InboxCounts(
                        row.getLong("mine"), row.getLong("unassigned"), row.getLong("assistant"), row.getLong("all")))
                .single();
    }

    /** The place is a number that sorts: waits by their beginning, all others after them by their newest message. */
    @Transactional(readOnly = true)
    public Page<InboxRow> page(Tab tab, UUID me, @Nullable Cursor after) {
        var rows = db.sql("""
                        with open as (
                            select c.id,
                                   case when c.state in ('WAITING', 'MEMBER') and c.waiting_since is not null
                                        then (extract(epoch from c.waiting_since) * 1000000)::bigint - 4000000000000000000
                                        else -(extract(epoch from c.last_message_at) * 1000000)::bigint
                                   end as place
                              from conversation c
                              join lead l on l.id = c.lead_id
                             where c.state <> 'CLOSED'
                               and case :tab
                                       when 'MINE' then c.state in ('WAITING', 'MEMBER') and coalesce(c.holder_id, l.owner_id) = :me
                                       when 'UNASSIGNED' then c.state = 'WAITING' and l.owner_id is null
                                       when 'ASSISTANT' then c.state = 'ASSISTANT'
                                       else true
                                   end),
                        page as (
                            select id, place
                              from open
                             where (place, id) > (:place, :id)
                             order by place, id
                             limit :limit)
                        select c.id, c.lead_id, n.display_name, s.score, s.grade, s.by_hand, d.wish, c.channel, c.state, h.id as holder_id,
                               h.name as holder_name, h.colour as holder_colour, o.id as owner_id, o.name as owner_name,
                               o.colour as owner_colour, x.author, x.text, x.created_at as last_at, c.waiting_since, page.place
                          from page
                          join conversation c on c.id = page.id
                          join lead l on l.id = c.lead_id
                          join lead_name n on n.lead_id = l.id
                          join lateral (select author, left(body, 200) as text, created_at from message
                                         where conversation_id = c.id order by seq desc limit 1) x on true
                          left join standing s on s.lead_id = l.id
                          left join member h on h.id = c.holder_id
                          left join member o on o.id = l.owner_id
                          left join lateral (select wish from deal
                                              where deal.lead_id = l.id order by open desc, opened_at desc limit 1) d on true
                         order by page.place, c.id
                        """)
                .param("tab", tab.name())
                .param("me", me)
                .param("place", after == null ? Long.MIN_VALUE : Cursors.number(after, 0))
                .param("id", after == null ? new UUID(0, 0) : Cursors.uuid(after, 1))
                .param("limit", PAGE + 1)
                .query(InboxList::row)
                .list();
        var page =
                Page.of(rows, PAGE, last -> Cursor.of(last.place(), last.row().conversationId()));
        return new Page<>(page.items().stream().map(Placed::row).toList(), page.nextCursor());
    }

    private static Placed row(ResultSet row, int index) throws SQLException {
        var name = LeadName.of(row.getString("display_name"));
        var state = ConversationState.valueOf(row.getString("state"));
        var waitingSince = Columns.instantOrNull(row, "waiting_since");
        var wish = row.getString("wish");
        return new Placed(
                new InboxRow(
                        Columns.uuid(row, "id"),
                        Columns.uuid(row, "lead_id"),
                        name.shown(),
                        name.initials(),
                        DeskRows.grade(row),
                        wish == null ? "" : wish,
                        Channel.valueOf(row.getString("channel")),
                        state,
                        DeskRows.member(row, "holder"),
                        DeskRows.member(row, "owner"),
                        new InboxRow.LastMessage(
                                Author.valueOf(row.getString("author")),
                                row.getString("text"),
                                Columns.instant(row, "last_at")),
                        waitingSince,
                        InboxRow.answerBy(state, waitingSince)),
                row.getLong("place"));
    }
}
