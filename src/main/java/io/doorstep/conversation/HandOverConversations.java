package io.doorstep.conversation;

import io.doorstep.identity.HandOver;
import io.doorstep.identity.Heirs;
import io.doorstep.platform.Ids;
import java.time.Clock;
import java.util.HashSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The conversations that a member who leaves was holding: the lead goes on talking to a person. */
@Component
class HandOverConversations implements HandOver {

    private final JdbcClient db;
    private final Threads threads;
    private final Ids ids;
    private final Clock clock;

    HandOverConversations(JdbcClient db, Threads threads, Ids ids, Clock clock) {
        this.db = db;
        this.threads = threads;
        this.ids = ids;
        this.clock = clock;
    }

    private record Theirs(UUID id, UUID leadId) {}

    @Override
    public Held heldBy(UUID member) {
        var theirs = theirs(member);
        return new Held(
                "conversations",
                theirs.size(),
                new HashSet<>(theirs.stream().map(Theirs::leadId).toList()));
    }

    @Override
    public void handOver(UUID from, Heirs heirs) {
        for (var one : theirs(from)) {
            var conversation = threads.lock(one.id()).orElseThrow();
            if (conversation.heldBy(from)) {
                threads.hand(one.id(), ConversationState.MEMBER, heirs.of(one.leadId()), conversation.waitingSince());
                threads.recordHandover(
                        ids.next(),
                        conversation,
                        ConversationState.MEMBER,
                        heirs.of(one.leadId()),
                        "Took over from a colleague who left the team",
                        clock.instant());
            }
        }
    }

    private java.util.List<Theirs> theirs(UUID member) {
        return db.sql("select id, lead_id from conversation where state = 'MEMBER' and holder_id = :member order by id")
                .param("member", member)
                .query((row, _) -> new Theirs(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }
}
