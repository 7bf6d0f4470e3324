package io.doorstep.identity.signin;

import static java.time.ZoneOffset.UTC;

import io.doorstep.tenancy.Gate;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One-time links that wait to be opened. Speaks as the gate; knows hashes only. */
@Component
class OneTimeLinks {

    /** So many wrong codes make a link void: 40 bits are not to be tried out. */
    static final int MOST_CODE_TRIES = 5;

    enum Purpose {
        SIGN_IN,
        NEW_PASSWORD
    }

    /** @param sameBrowser whether it was asked for in the browser that holds it out now */
    record Found(UUID userId, Purpose purpose, boolean sameBrowser) {}

    private final JdbcClient gate;
    private final Clock clock;

    OneTimeLinks(@Gate JdbcClient gate, Clock clock) {
        this.gate = gate;
        this.clock = clock;
    }

    /** In place of a former one for the same person, purpose and browser. */
    void put(UUID user, Purpose purpose, byte[] token, byte[] code, byte[] browser, Instant expires) {
        gate.sql("delete from one_time_link where expires_at < :now")
                .param("now", now())
                .update();
        gate.sql("""
                insert into one_time_link (token_hash, user_id, purpose, browser_hash, code_hash, expires_at)
                values (:token, :user, :purpose, :browser, :code, :expires)
                on conflict (user_id, purpose, browser_hash) do update
                   set token_hash = excluded.token_hash, code_hash = excluded.code_hash, code_tries = 0, expires_at = excluded.expires_at
                """)
                .param("token", token)
                .param("user", user)
                .param("purpose", purpose.name())
                .param("browser", browser)
                .param("code", code)
                .param("expires", expires.atOffset(UTC))
                .update();
    }

    Optional<Found> find(byte[] token, byte[] browser) {
        return gate.sql("""
                select user_id, purpose, browser_hash = :browser as same_browser
                  from one_time_link
                 where token_hash = :token and expires_at > :now
                """)
                .param("token", token)
                .param("browser", browser)
                .param("now", now())
                .query(Found.class)
                .optional();
    }

    /** Once: of two at the same time one gets it. */
    Optional<UUID> take(byte[] token, byte[] browser, Purpose purpose) {
        return gate.sql("""
                delete from one_time_link
                 where token_hash = :token and browser_hash = :browser and purpose = :purpose and expires_at > :now
                returning user_id
                """)
                .param("token", token)
                .param("browser", browser)
                .param("purpose", purpose.name())
                .param("now", now())
                .query(UUID.class)
                .optional();
    }

    /** A browser's links each count a try; the one whose code fits gets a new token. @return its purpose */
    Optional<Purpose> exchange(byte[] browser, byte[] code, byte[] newToken) {
        return gate
                .sql("""
                update one_time_link
                   set code_tries = code_tries + 1,
                       token_hash = case when code_hash = :code then :token else token_hash end
                 where browser_hash = :browser and expires_at > :now and code_tries < :most
                returning purpose, code_hash = :code
                """)
                .param("browser", browser)
                .param("code", code)
                .param("token", newToken)
                .param("now", now())
                .param("most", MOST_CODE_TRIES)
                .query((row, _) -> row.getBoolean(2) ? Purpose.valueOf(row.getString(1)) : null)
                .list()
                .stream()
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    /** Also those that wait in other browsers, once the password is a new one. */
    void voidAll(UUID user) {
        gate.sql("delete from one_time_link where user_id = :user")
                .param("user", user)
                .update();
    }

    private java.time.OffsetDateTime now() {
        return clock.instant().atOffset(UTC);
    }
}
