package io.doorstep.assistant;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Two turns of one conversation write one after the other. Taken before any lock on the lead, as when a message comes in: no deadlock. */
@Component
class TurnLock {

    private final JdbcClient db;

    TurnLock(JdbcClient db) {
        this.db = db;
    }

    /** @return false when another turn has moved the watermark */
    boolean holds(UUID conversationId, long watermark) {
        return db.sql("""
                        select watermark = :watermark
                          from conversation
                         where id = :id
                           for update
                        """)
                .param("watermark", watermark)
                .param("id", conversationId)
                .query(Boolean.class)
                .single();
    }
}
