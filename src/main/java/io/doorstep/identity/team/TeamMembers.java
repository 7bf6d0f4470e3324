package io.doorstep.identity.team;

import static java.time.ZoneOffset.UTC;

import io.doorstep.identity.Role;
import io.doorstep.tenancy.Gate;
import io.doorstep.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The members of the agency in scope, those who left too. Call inside a transaction. */
@Component
class TeamMembers {

    private final JdbcClient db;
    private final JdbcClient gate;

    TeamMembers(JdbcClient db, @Gate JdbcClient gate) {
        this.db = db;
        this.gate = gate;
    }

    record TeamMember(
            UUID id, UUID userId, String name, String email, Role role, boolean active, int colour, Instant since) {}

    List<TeamMember> all() {
        return db.sql("""
                select id, user_id, name, email, role, status, colour, created_at
                  from member
                 order by status, created_at, id
                """).query(TeamMembers::member).list();
    }

    boolean isActive(String email) {
        return db.sql("select exists (select from member where email = :email and status = 'ACTIVE')")
                .param("email", email)
                .query(Boolean.class)
                .single();
    }

    Optional<TeamMember> ofUser(UUID user) {
        return db.sql(
                        "select id, user_id, name, email, role, status, colour, created_at from member where user_id = :user")
                .param("user", user)
                .query(TeamMembers::member)
                .optional();
    }

    /** In the order of their ids, so that two who change each other wait and do not deadlock. */
    Map<UUID, TeamMember> lock(UUID... ids) {
        var locked = new HashMap<UUID, TeamMember>();
        db.sql("""
                select id, user_id, name, email, role, status, colour, created_at
                  from member
                 where id = any (cast(:ids as uuid[]))
                 order by id
                   for no key update
                """)
                .param("ids", java.util.Arrays.stream(ids).map(UUID::toString).toArray(String[]::new))
                .query(TeamMembers::member)
                .list()
                .forEach(member -> locked.put(member.id(), member));
        return locked;
    }

    void setRole(UUID id, Role role) {
        db.sql("update member set role = :role where id = :id")
                .param("role", role.name())
                .param("id", id)
                .update();
    }

    void setActive(UUID id, boolean active) {
        db.sql("update member set status = :status where id = :id")
                .param("status", active ? "ACTIVE" : "REMOVED")
                .param("id", id)
                .update();
    }

    void add(UUID id, UUID user, String name, String email, Role role, ZoneId zone, Instant at) {
        db.sql("""
                insert into member (id, user_id, name, email, role, time_zone, taking_leads, colour, created_at)
                select :id, :user, :name, :email, :role, :zone, :takingLeads, 1 + count(*) % 6, :at from member
                """)
                .param("id", id)
                .param("user", user)
                .param("name", name)
                .param("email", email)
                .param("role", role.name())
                .param("zone", zone.getId())
                .param("takingLeads", role == Role.AGENT)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** When each user of the agency was last seen in it. Speaks as the gate. */
    Map<UUID, Instant> lastSeen(TenantId tenant) {
        var seen = new HashMap<UUID, Instant>();
        gate.sql("select user_id, max(last_seen_at) from session where tenant_id = :tenant group by user_id")
                .param("tenant", tenant.value())
                .query((row, _) -> seen.put(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
        return seen;
    }

    private static TeamMember member(ResultSet row, int number) throws SQLException {
        return new TeamMember(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                Role.valueOf(row.getString("role")),
                row.getString("status").equals("ACTIVE"),
                row.getInt("colour"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
