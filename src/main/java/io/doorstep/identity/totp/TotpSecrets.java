package io.doorstep.identity.totp;

import static java.time.ZoneOffset.UTC;

import io.doorstep.tenancy.Gate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People's authenticator apps, and those that are being set up. Speaks as the gate. */
@Component
class TotpSecrets {

    record Try(byte[] sealedSecret, long lastStep) {}

    private final JdbcClient gate;

    TotpSecrets(@Gate JdbcClient gate) {
        this.gate = gate;
    }

    Optional<OffsetDateTime> enabledAt(UUID user) {
        return gate.sql("select enabled_at from totp where user_id = :user")
                .param("user", user)
                .query(OffsetDateTime.class)
                .optional();
    }

    void begin(UUID user, byte[] sealedSecret, Instant expires) {
        gate.sql("""
                insert into totp_enrolment (user_id, sealed_secret, expires_at) values (:user, :sealed, :expires)
                on conflict (user_id) do update set sealed_secret = excluded.sealed_secret, expires_at = excluded.expires_at
                """)
                .param("user", user)
                .param("sealed", sealedSecret)
                .param("expires", expires.atOffset(UTC))
                .update();
    }

    Optional<byte[]> begun(UUID user, Instant now) {
        return gate.sql("select sealed_secret from totp_enrolment where user_id = :user and expires_at > :now")
                .param("user", user)
                .param("now", now.atOffset(UTC))
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    /**
     * What was begun becomes the person's app, in the place of a former one.
     *
     * @return false when somebody else finished or began anew meanwhile
     */
    boolean enable(UUID user, byte[] sealedSecret, long step, Instant at) {
        return gate.sql("""
                with begun as (
                    delete from totp_enrolment where user_id = :user and sealed_secret = :sealed returning user_id, sealed_secret
                )
                insert into totp (user_id, sealed_secret, enabled_at, last_step)
                select user_id, sealed_secret, :at, :step from begun
                on conflict (user_id) do update
                   set sealed_secret = excluded.sealed_secret, enabled_at = excluded.enabled_at, last_step = excluded.last_step,
                       wrong = 0, blocked_until = null
                """)
                        .param("user", user)
                        .param("sealed", sealedSecret)
                        .param("step", step)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /**
     * Counts a try before it is judged, so that many at once are many. From the fifth wrong one on the next may come after 1, 2, 4 ... 60
     * minutes; a right one starts over.
     *
     * @return empty when there is no app, or it is not yet time
     */
    Optional<Try> takeTry(UUID user, Instant now) {
        return gate.sql("""
                update totp
                   set wrong = wrong + 1,
                       blocked_until = case when wrong >= 4 then cast(:now as timestamptz) + least(60, 2 ^ least(wrong - 4, 6)) * interval '1 minute' end
                 where user_id = :user and (blocked_until is null or blocked_until <= :now)
                returning sealed_secret, last_step
                """)
                .param("user", user)
                .param("now", now.atOffset(UTC))
                .query(Try.class)
                .optional();
    }

    Optional<OffsetDateTime> blockedUntil(UUID user, Instant now) {
        return gate.sql("select blocked_until from totp where user_id = :user and blocked_until > :now")
                .param("user", user)
                .param("now", now.atOffset(UTC))
                .query(OffsetDateTime.class)
                .optional();
    }

    /** @return false when a code of this step, or a later one, was taken meanwhile */
    boolean used(UUID user, long step) {
        return gate.sql("""
                update totp set last_step = :step, wrong = 0, blocked_until = null where user_id = :user and last_step < :step
                """).param("user", user).param("step", step).update() == 1;
    }

    boolean remove(UUID user) {
        return gate.sql("delete from totp where user_id = :user")
                        .param("user", user)
                        .update()
                == 1;
    }
}
