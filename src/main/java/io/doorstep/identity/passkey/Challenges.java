package io.doorstep.identity.passkey;

import static java.time.ZoneOffset.UTC;

import com.webauthn4j.data.client.CollectedClientData;
import io.doorstep.platform.Opaque;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Gate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What authenticators are asked to sign: 256 random bits, for one purpose, one browser and (where one is signed in) one person, once. */
@Component
class Challenges {

    static final Duration LIFE = Duration.ofMinutes(5);

    enum Purpose {
        REGISTER,
        SIGN_IN,
        CONFIRM
    }

    private final JdbcClient gate;
    private final Clock clock;

    Challenges(@Gate JdbcClient gate, Clock clock) {
        this.gate = gate;
        this.clock = clock;
    }

    /** What an answer claims to answer; nothing where it claims nothing. */
    static byte[] in(@Nullable CollectedClientData clientData) {
        return Optional.ofNullable(clientData)
                .flatMap(data -> Optional.ofNullable(data.getChallenge()))
                .flatMap(challenge -> Optional.ofNullable(challenge.getValue()))
                .orElse(new byte[0]);
    }

    byte[] issue(Purpose purpose, String browser, @Nullable UUID user) {
        var challenge = Opaque.bytes();
        var now = clock.instant();
        gate.sql("delete from passkey_challenge where expires_at < :now")
                .param("now", now.atOffset(UTC))
                .update();
        gate.sql("""
                insert into passkey_challenge (hash, purpose, browser_hash, user_id, expires_at)
                values (:hash, :purpose, :browser, :user, :expires)
                """)
                .param("hash", Opaque.hash(challenge))
                .param("purpose", purpose.name())
                .param("browser", Opaque.hash(browser))
                .param("user", user)
                .param("expires", now.plus(LIFE).atOffset(UTC))
                .update();
        return challenge;
    }

    /**
     * Takes the challenge away: of two answers to it only one gets this far.
     *
     * @throws io.doorstep.platform.Refused when it was never issued for this, was taken, or is too old
     */
    void take(byte[] challenge, Purpose purpose, String browser, @Nullable UUID user) {
        var taken = gate.sql("""
                delete from passkey_challenge
                 where hash = :hash and purpose = :purpose and browser_hash = :browser
                   and user_id is not distinct from cast(:user as uuid) and expires_at > :now
                """)
                .param("hash", Opaque.hash(challenge))
                .param("purpose", purpose.name())
                .param("browser", Opaque.hash(browser))
                .param("user", user)
                .param("now", clock.instant().atOffset(UTC))
                .update();
        if (taken != 1) {
            throw new Refusal.Conflict("challenge-ended", "This took too long, or was answered already. Try again.")
                    .asException();
        }
    }
}
