package io.doorstep.identity;

import static java.time.ZoneOffset.UTC;

import io.doorstep.tenancy.Gate;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Passwords of users, as hashes. Speaks as the gate. */
@Component
public class Credentials {

    private final JdbcClient gate;
    private final Clock clock;

    Credentials(@Gate JdbcClient gate, Clock clock) {
        this.gate = gate;
        this.clock = clock;
    }

    public Optional<String> hashOf(UUID user) {
        return gate.sql("select password_hash from credential where user_id = :user")
                .param("user", user)
                .query(String.class)
                .optional();
    }

    public void set(UUID user, String hash) {
        gate.sql("""
                insert into credential (user_id, password_hash, changed_at) values (:user, :hash, :now)
                on conflict (user_id) do update
                   set password_hash = excluded.password_hash, changed_at = excluded.changed_at, breached_at = null
                """)
                .param("user", user)
                .param("hash", hash)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    /** The same password under today's parameters. Only if it is still the same one: a change in between wins. */
    void rehash(UUID user, String former, String hash) {
        gate.sql("update credential set password_hash = :hash where user_id = :user and password_hash = :former")
                .param("hash", hash)
                .param("user", user)
                .param("former", former)
                .update();
    }

    void breached(UUID user, String hash) {
        gate.sql("""
                update credential set breached_at = :now
                 where user_id = :user and password_hash = :hash and breached_at is null
                """)
                .param("now", clock.instant().atOffset(UTC))
                .param("user", user)
                .param("hash", hash)
                .update();
    }

    boolean mustChange(UUID user) {
        return gate.sql("select exists (select from credential where user_id = :user and breached_at is not null)")
                .param("user", user)
                .query(Boolean.class)
                .single();
    }
}
