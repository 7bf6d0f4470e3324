package io.doorstep.lead;

import io.doorstep.identity.HandOver;
import io.doorstep.identity.Heirs;
import java.util.HashSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The leads of a member who leaves. */
@Component
class HandOverLeads implements HandOver {

    private final JdbcClient db;

    HandOverLeads(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Held heldBy(UUID member) {
        var leads = db.sql("select id from lead where owner_id = :member")
                .param("member", member)
                .query(UUID.class)
                .list();
        return new Held("leads", leads.size(), new HashSet<>(leads));
    }

    @Override
    public void handOver(UUID from, Heirs heirs) {
        db.sql("""
                update lead l
                   set owner_id = h.member, version = version + 1
                  from unnest(cast(:leads as uuid[]), cast(:members as uuid[])) h (lead, member)
                 where l.owner_id = :from
                   and l.id = h.lead
                """)
                .param("leads", heirs.leads())
                .param("members", heirs.members())
                .param("from", from)
                .update();
    }
}
