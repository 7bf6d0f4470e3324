package io.doorstep.identity;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The members of the current agency. Call inside a transaction. */
@Component
public class Members {

    private final JdbcClient db;

    Members(JdbcClient db) {
        this.db = db;
    }

    public List<Member> active() {
        return db.sql("""
                select id, user_id, name, email, role, time_zone, taking_leads, colour
                  from member
                 where status = 'ACTIVE'
                 order by created_at, id
                """).query(Members::member).list();
    }

    public Optional<Member> find(UUID id) {
        return db.sql("""
                select id, user_id, name, email, role, time_zone, taking_leads, colour
                  from member
                 where id = :id and status = 'ACTIVE'
                """).param("id", id).query(Members::member).optional();
    }

    /**
     * Whose turn it is to get a lead: of the members who take leads, the one with the fewest open deals, then who waited longest; the
     * owner where nobody takes leads, so that no lead is without a person.
     */
    public UUID nextOwner() {
        return db.sql("""
                select m.id
                  from member m
                  left join lateral (select count(*) as deals, max(d.opened_at) as latest
                                       from deal d where d.tenant_id = m.tenant_id and d.owner_id = m.id and d.open) load on true
                 where m.status = 'ACTIVE'
                   and m.role in ('OWNER', 'ADMIN', 'AGENT')
                 order by m.taking_leads desc, load.deals, load.latest nulls first, m.created_at, m.id
                 limit 1
                """).query(UUID.class).single();
    }

    void add(Member member, Instant at) {
        db.sql("""
                insert into member (id, user_id, name, email, role, time_zone, taking_leads, colour, created_at)
                values (:id, :userId, :name, :email, :role, :zone, :takingLeads, :colour, :at)
                on conflict (tenant_id, user_id) do nothing
                """)
                .param("id", member.id())
                .param("userId", member.userId())
                .param("name", member.name())
                .param("email", member.email())
                .param("role", member.role().name())
                .param("zone", member.timeZone().getId())
                .param("takingLeads", member.takingLeads())
                .param("colour", member.colour())
                .param("at", at.atOffset(UTC))
                .update();
    }

    public boolean setTakingLeads(UUID id, boolean takingLeads) {
        return db.sql("update member set taking_leads = :takingLeads where id = :id and status = 'ACTIVE'")
                        .param("takingLeads", takingLeads)
                        .param("id", id)
                        .update()
                == 1;
    }

    public boolean setTimeZone(UUID id, ZoneId zone) {
        return db.sql("update member set time_zone = :zone where id = :id and status = 'ACTIVE'")
                        .param("zone", zone.getId())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Member member(ResultSet row, int index) throws SQLException {
        return new Member(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                Role.valueOf(row.getString("role")),
                ZoneId.of(row.getString("time_zone")),
                row.getBoolean("taking_leads"),
                row.getInt("colour"));
    }
}
