package io.doorstep.pipeline;

import static java.time.ZoneOffset.UTC;

import io.doorstep.platform.Ids;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Next actions: one that is not done on each open deal, the done ones behind it. Call inside a transaction that holds the deal's lock. */
@Component
public class NextActions {

    private final JdbcClient db;
    private final Ids ids;

    NextActions(JdbcClient db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    public Optional<NextAction> current(UUID dealId) {
        return db.sql("""
                select id, deal_id, kind, title, owner_id, due_at from next_action where deal_id = :deal and done_at is null
                """).param("deal", dealId).query(NextAction.class).optional();
    }

    Optional<NextAction> find(UUID id) {
        return db.sql("""
                select id, deal_id, kind, title, owner_id, due_at from next_action where id = :id and done_at is null
                """).param("id", id).query(NextAction.class).optional();
    }

    /** The one that was closed last, for the undoing of a move. */
    Optional<NextAction> lastDone(UUID dealId) {
        return db.sql("""
                select id, deal_id, kind, title, owner_id, due_at
                  from next_action
                 where deal_id = :deal and done_at is not null
                 order by done_at desc, id desc
                 limit 1
                """).param("deal", dealId).query(NextAction.class).optional();
    }

    void add(UUID dealId, NextAction.Plan plan, UUID ownerId, Instant now) {
        db.sql("""
                insert into next_action (id, deal_id, kind, title, owner_id, due_at, created_at)
                values (:id, :deal, :kind, :title, :owner, :due, :now)
                """)
                .param("id", ids.next())
                .param("deal", dealId)
                .param("kind", plan.kind().name())
                .param("title", plan.title())
                .param("owner", ownerId)
                .param("due", plan.dueAt().atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .update();
    }

    void finish(UUID dealId, @Nullable UUID memberId, Instant now) {
        db.sql("""
                update next_action set done_at = :now, done_by = :member where deal_id = :deal and done_at is null
                """)
                .param("now", now.atOffset(UTC))
                .param("member", memberId)
                .param("deal", dealId)
                .update();
    }

    void snooze(UUID id, Instant until) {
        db.sql("""
                update next_action set due_at = :until where id = :id and done_at is null
                """).param("until", until.atOffset(UTC)).param("id", id).update();
    }
}
