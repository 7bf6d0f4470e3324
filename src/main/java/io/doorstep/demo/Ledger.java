package io.doorstep.demo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows on their way into the database: gathered in any order, written in batches, parents first. */
final class Ledger {

    /** In the order of their foreign keys. */
    enum Table {
        LISTING("""
                insert into listing (id, listing_key, name, address, area, offer, property_type, price_minor, currency, beds, baths, square_feet,
                                     features, details, synthetic, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), true, ?)
                """),
        LEAD("""
                insert into lead (id, name, source, owner_id, time_zone, synthetic, created_at, last_inbound_at, last_outbound_at)
                values (?, ?, ?, ?, ?, true, ?, ?, ?)
                """),
        CONTACT_POINT("""
                insert into contact_point (id, lead_id, kind, value, created_at) values (?, ?, ?, ?, ?)
                """),
        CONSENT("""
                insert into consent (id, lead_id, channel, granted, wording, wording_version, contact, page, source, at)
                values (?, ?, ?, true, ?, ?, ?, ?, ?, ?)
                """),
        CONVERSATION("""
                insert into conversation (id, lead_id, channel, state, holder_id, waiting_since, last_seq, watermark, inbound_count, page,
                                          started_at, last_message_at, last_inbound_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """),
        TOUCH("""
                insert into touch (id, source, client_key, raw, outcome, rejection, lead_id, conversation_id, page, received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """),
        MESSAGE("""
                insert into message (id, conversation_id, seq, author, member_id, body, touch_id, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """),
        HANDOVER("""
                insert into handover (id, conversation_id, from_state, to_state, member_id, reason, at) values (?, ?, ?, ?, ?, ?, ?)
                """),
        FACT("""
                insert into fact (id, lead_id, key, revision, value, display, quote, message_id, quote_from, quote_to, origin, confidence, at)
                values (?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, ?, 'LOCAL_ENGINE', 0.9, ?)
                """),
        QUALIFICATION("""
                insert into qualification (id, lead_id, revision, scorecard_version, score, grade, at) values (?, ?, ?, ?, ?, ?, ?)
                """),
        CONTRIBUTION("""
                insert into contribution (qualification_id, position, criterion, points, out_of, reason, fact_id) values (?, ?, ?, ?, ?, ?, ?)
                """),
        STANDING("""
                insert into standing (lead_id, qualification_id, score, grade) values (?, ?, ?, ?)
                """),
        DEAL("""
                insert into deal (id, lead_id, pipeline_id, pipeline_version, stage, move_seq, stage_since, open, owner_id, wish, value_minor, currency,
                                  expected_close, source, lost_reason, nurture_until, version, synthetic, opened_at, closed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, ?, ?)
                """),
        DEAL_MOVE("""
                insert into deal_move (deal_id, seq, pipeline_id, pipeline_version, kind, from_stage, to_stage, actor, member_id, reason, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """),
        NEXT_ACTION("""
                insert into next_action (id, deal_id, kind, title, owner_id, due_at, created_at) values (?, ?, ?, ?, ?, ?, ?)
                """),
        APPOINTMENT("""
                insert into appointment (id, lead_id, deal_id, member_id, listing_id, kind, place, starts_at, ends_at, time_zone, status, version,
                                         synthetic, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, ?)
                """),
        APPOINTMENT_CHANGE("""
                insert into appointment_change (appointment_id, seq, kind, starts_at, actor, member_id, reason, at) values (?, ?, ?, ?, ?, ?, ?, ?)
                """);

        private final String insert;

        Table(String insert) {
            this.insert = insert;
        }
    }

    private static final int BATCH = 500;

    private final Map<Table, List<Object[]>> rows = new EnumMap<>(Table.class);
    private final Map<UUID, Object[]> standings = new LinkedHashMap<>();

    void add(Table table, @org.jspecify.annotations.Nullable Object... values) {
        rows.computeIfAbsent(table, _ -> new ArrayList<>()).add(values);
    }

    /** The newest one counts. */
    void standing(UUID lead, UUID qualification, int score, String grade) {
        standings.put(lead, new Object[] {lead, qualification, score, grade});
    }

    int size() {
        return rows.values().stream().mapToInt(List::size).sum();
    }

    /** One transaction of the caller, since a deal, its history and its next action are checked together at commit. */
    void write(JdbcTemplate jdbc) {
        rows.put(Table.STANDING, List.copyOf(standings.values()));
        rows.forEach((table, values) -> {
            for (var from = 0; from < values.size(); from += BATCH) {
                jdbc.batchUpdate(table.insert, values.subList(from, Math.min(values.size(), from + BATCH)));
            }
        });
    }
}
