package io.doorstep.identity.session;

import static java.time.ZoneOffset.UTC;

import io.doorstep.identity.Proof;
import io.doorstep.identity.Sessions;
import io.doorstep.identity.token.TokenFamilies;
import io.doorstep.tenancy.Gate;
import io.doorstep.tenancy.TenantId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions of the web app and sign-ins of API clients, as their person sees them. Speaks as the gate. */
@Component
class OpenDoors {

    private static final int MOST = 100;

    enum Kind {
        BROWSER,
        API_CLIENT
    }

    record Door(
            Kind kind,
            UUID id,
            String agency,
            @Nullable String userAgent,
            @Nullable String address,
            OffsetDateTime startedAt,
            OffsetDateTime lastSeenAt,
            OffsetDateTime endsAt,
            List<Proof> proof) {}

    private final JdbcClient gate;
    private final Clock clock;

    OpenDoors(@Gate JdbcClient gate, Clock clock) {
        this.gate = gate;
        this.clock = clock;
    }

    /** In all agencies, the last used first. */
    List<Door> of(UUID user) {
        var now = clock.instant();
        return gate.sql("""
                select d.kind, d.id, t.name, d.user_agent, d.address, d.created_at, d.seen_at, d.ends_at, d.proof
                  from (select 'BROWSER' as kind, id, tenant_id, user_agent, address, created_at, last_seen_at as seen_at,
                               least(expires_at, last_seen_at + :sessionIdle::interval) as ends_at, proof
                          from session where user_id = :user and revoked_at is null
                        union all
                        select 'API_CLIENT', id, tenant_id, user_agent, address, created_at, last_used_at,
                               least(expires_at, last_used_at + :familyIdle::interval), proof
                          from token_family where user_id = :user and revoked_at is null) d
                  join membership m on m.tenant_id = d.tenant_id and m.user_id = :user
                  join tenant_directory t on t.id = d.tenant_id and t.status = 'ACTIVE'
                 where d.ends_at > :now
                 order by d.seen_at desc, d.id
                 limit :most
                """)
                .param("user", user)
                .param("sessionIdle", Sessions.IDLE.toString())
                .param("familyIdle", TokenFamilies.IDLE.toString())
                .param("now", now.atOffset(UTC))
                .param("most", MOST)
                .query((row, _) -> new Door(
                        Kind.valueOf(row.getString(1)),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class),
                        row.getObject(7, OffsetDateTime.class),
                        row.getObject(8, OffsetDateTime.class),
                        Arrays.stream((String[]) row.getArray(9).getArray())
                                .map(Proof::valueOf)
                                .toList()))
                .list();
    }

    /** @return false where the user has no such session or client */
    boolean close(UUID user, UUID id) {
        var now = clock.instant().atOffset(UTC);
        var sessions = gate.sql("""
                update session set revoked_at = :now where id = :id and user_id = :user and revoked_at is null
                """)
                .param("now", now)
                .param("id", id)
                .param("user", user)
                .update();
        var families = gate.sql("""
                update token_family set revoked_at = :now, revoked_for = 'ENDED'
                 where id = :id and user_id = :user and revoked_at is null
                """)
                .param("now", now)
                .param("id", id)
                .param("user", user)
                .update();
        return sessions + families > 0;
    }

    /** Of one member in one agency. @return how many */
    int closeAll(TenantId tenant, UUID user) {
        var now = clock.instant().atOffset(UTC);
        var sessions = gate.sql("""
                update session set revoked_at = :now where tenant_id = :tenant and user_id = :user and revoked_at is null
                """)
                .param("now", now)
                .param("tenant", tenant.value())
                .param("user", user)
                .update();
        var families = gate.sql("""
                update token_family set revoked_at = :now, revoked_for = 'ENDED'
                 where tenant_id = :tenant and user_id = :user and revoked_at is null
                """)
                .param("now", now)
                .param("tenant", tenant.value())
                .param("user", user)
                .update();
        return sessions + families;
    }
}
