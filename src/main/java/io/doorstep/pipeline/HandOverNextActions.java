package io.doorstep.pipeline;

import io.doorstep.identity.HandOver;
import io.doorstep.identity.Heirs;
import java.util.HashSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a member who leaves was to do next. */
@Component
class HandOverNextActions implements HandOver {

    private final JdbcClient db;

    HandOverNextActions(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Held heldBy(UUID member) {
        var leads = db.sql("""
                select d.lead_id
                  from next_action a join deal d on d.tenant_id = a.tenant_id and d.id = a.deal_id
                 where a.owner_id = :member
                   and a.done_at is null
                """).param("member", member).query(UUID.class).list();
        return new Held("next actions", leads.size(), new HashSet<>(leads));
    }

    @Override
    public void handOver(UUID from, Heirs heirs) {
        db.sql("""
                update next_action a
                   set owner_id = h.member
                  from deal d
                  join unnest(cast(:leads as uuid[]), cast(:members as uuid[])) h (lead, member) on h.lead = d.lead_id
                 where a.owner_id = :from
                   and a.done_at is null
                   and d.tenant_id = a.tenant_id
                   and d.id = a.deal_id
                """)
                .param("leads", heirs.leads())
                .param("members", heirs.members())
                .param("from", from)
                .update();
    }
}
