package io.doorstep.pipeline;

import io.doorstep.identity.HandOver;
import io.doorstep.identity.Heirs;
import java.util.HashSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open deals of a member who leaves. Closed ones stay theirs: they won or lost them. */
@Component
class HandOverDeals implements HandOver {

    private final JdbcClient db;

    HandOverDeals(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Held heldBy(UUID member) {
        var leads = db.sql("select lead_id from deal where owner_id = :member and open")
                .param("member", member)
                .query(UUID.class)
                .list();
        return new Held("open deals", leads.size(), new HashSet<>(leads));
    }

    @Override
    public void handOver(UUID from, Heirs heirs) {
        db.sql("""
                update deal d
                   set owner_id = h.member, version = version + 1
                  from unnest(cast(:leads as uuid[]), cast(:members as uuid[])) h (lead, member)
                 where d.owner_id = :from
                   and d.open
                   and d.lead_id = h.lead
                """)
                .param("leads", heirs.leads())
                .param("members", heirs.members())
                .param("from", from)
                .update();
    }
}
