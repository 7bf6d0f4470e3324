package io.doorstep.desk;

import static java.time.ZoneOffset.UTC;

import io.doorstep.lead.LeadName;
import io.doorstep.platform.Columns;
import io.doorstep.platform.Cursor;
import io.doorstep.platform.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of leads, newest first. A page is picked by the narrow tables before anything is joined to it. */
@Component
class LeadList {

    static final int PAGE = 50;

    private final JdbcClient db;

    LeadList(JdbcClient db) {
        this.db = db;
    }

    record Filter(
            @Nullable String grade,
            @Nullable String source,
            @Nullable UUID owner) {}

    @Transactional(readOnly = true)
    public Page<LeadRow> page(@Nullable SearchWords words, Filter filter, @Nullable Cursor after) {
        var rows = words == null ? newest(filter, after) : found(words, filter, after);
        return Page.of(rows, PAGE, row -> Cursor.of(row.createdAt(), row.id()));
    }

    private List<LeadRow> newest(Filter filter, @Nullable Cursor after) {
        return db.sql("""
                        with page as (
                            select l.id
                              from lead l
                              left join standing s on s.lead_id = l.id
                             where (:grade::text is null or s.grade = :grade)
                               and (:source::text is null or l.source = :source)
                               and (:owner::uuid is null or l.owner_id = :owner)
                               and (l.created_at, l.id) < (:beforeAt, :beforeId)
                             order by l.created_at desc, l.id desc
                             limit :limit)
                        select l.id, n.display_name, s.score, s.grade, s.by_hand, d.wish, d.value_minor, a.currency, l.source, m.id as owner_id,
                               m.name as owner_name, m.colour as owner_colour, d.stage, c.last_message_at, l.created_at
                          from page
                          join lead l on l.id = page.id
                          join lead_name n on n.lead_id = l.id
                         cross join agency a
                          left join standing s on s.lead_id = l.id
                          left join member m on m.id = l.owner_id
                          left join lateral (select wish, value_minor, stage from deal
                                              where deal.lead_id = l.id order by open desc, opened_at desc limit 1) d on true
                          left join lateral (select max(last_message_at) as last_message_at from conversation
                                              where conversation.lead_id = l.id) c on true
                         order by l.created_at desc, l.id desc
                        """)
                .param("grade", filter.grade())
                .param("source", filter.source())
                .param("owner", filter.owner())
                .param("beforeAt", before(after).atOffset(UTC))
                .param("beforeId", beforeId(after))
                .param("limit", PAGE + 1)
                .query(LeadList::row)
                .list();
    }

    private List<LeadRow> found(SearchWords words, Filter filter, @Nullable Cursor after) {
        return db.sql("""
                        with page as (
                            select l.id
                              from lead l
                              left join standing s on s.lead_id = l.id
                             where l.id in (select lead_id from lead_term where term >= :first and term < :firstEnd)
                               and (:second::text is null
                                    or l.id in (select lead_id from lead_term where term >= :second and term < :secondEnd))
                               and (:third::text is null
                                    or l.id in (select lead_id from lead_term where term >= :third and term < :thirdEnd))
                               and (:grade::text is null or s.grade = :grade)
                               and (:source::text is null or l.source = :source)
                               and (:owner::uuid is null or l.owner_id = :owner)
                               and (l.created_at, l.id) < (:beforeAt, :beforeId)
                             order by l.created_at desc, l.id desc
                             limit :limit)
                        select l.id, n.display_name, s.score, s.grade, s.by_hand, d.wish, d.value_minor, a.currency, l.source, m.id as owner_id,
                               m.name as owner_name, m.colour as owner_colour, d.stage, c.last_message_at, l.created_at
                          from page
                          join lead l on l.id = page.id
                          join lead_name n on n.lead_id = l.id
                         cross join agency a
                          left join standing s on s.lead_id = l.id
                          left join member m on m.id = l.owner_id
                          left join lateral (select wish, value_minor, stage from deal
                                              where deal.lead_id = l.id order by open desc, opened_at desc limit 1) d on true
                          left join lateral (select max(last_message_at) as last_message_at from conversation
                                              where conversation.lead_id = l.id) c on true
                         order by l.created_at desc, l.id desc
                        """)
                .param("first", words.first())
                .param("firstEnd", SearchWords.endOf(words.first()))
                .param("second", words.second())
                .param("secondEnd", SearchWords.endOf(words.second()))
                .param("third", words.third())
                .param("thirdEnd", SearchWords.endOf(words.third()))
                .param("grade", filter.grade())
                .param("source", filter.source())
                .param("owner", filter.owner())
                .param("beforeAt", before(after).atOffset(UTC))
                .param("beforeId", beforeId(after))
                .param("limit", PAGE + 1)
                .query(LeadList::row)
                .list();
    }

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private static Instant before(@Nullable Cursor after) {
        return after == null ? END_OF_TIME : Cursors.instant(after, 0);
    }

    private static UUID beforeId(@Nullable Cursor after) {
        return after == null ? new UUID(-1, -1) : Cursors.uuid(after, 1);
    }

    private static LeadRow row(ResultSet row, int index) throws SQLException {
        var name = LeadName.of(row.getString("display_name"));
        var wish = row.getString("wish");
        return new LeadRow(
                Columns.uuid(row, "id"),
                name.shown(),
                name.initials(),
                DeskRows.grade(row),
                wish == null ? "" : wish,
                Columns.longOrNull(row, "value_minor"),
                row.getString("currency"),
                row.getString("source"),
                DeskRows.member(row, "owner"),
                row.getString("stage"),
                Columns.instantOrNull(row, "last_message_at"),
                Columns.instant(row, "created_at"));
    }
}
