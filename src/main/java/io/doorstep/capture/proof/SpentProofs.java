package io.doorstep.capture.proof;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of used proofs. */
@Component
class SpentProofs {

    private final JdbcClient db;
    private final Clock clock;

    SpentProofs(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @return false for one that was used before; waits for a transaction that is about to use the same */
    boolean spend(ProofOfWork.Proven proof) {
        db.sql("delete from spent_proof where expires_at < :now")
                .param("now", clock.instant().atOffset(UTC))
                .update();
        return db.sql("""
                        insert into spent_proof (challenge, expires_at) values (:challenge, :expires)
                        on conflict (tenant_id, challenge) do nothing
                        """)
                        .param("challenge", proof.challenge())
                        .param("expires", proof.expiresAt().atOffset(UTC))
                        .update()
                == 1;
    }
}
