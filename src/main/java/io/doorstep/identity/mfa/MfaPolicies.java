package io.doorstep.identity.mfa;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The current agency's policy. Call inside a transaction. */
@Component
class MfaPolicies {

    private final JdbcClient db;

    MfaPolicies(JdbcClient db) {
        this.db = db;
    }

    Required current() {
        return db.sql("select required from mfa_policy")
                .query(Required.class)
                .optional()
                .orElse(Required.NOBODY);
    }

    void set(Required required, Instant at) {
        db.sql("""
                insert into mfa_policy (required, changed_at) values (:required, :at)
                on conflict (tenant_id) do update set required = excluded.required, changed_at = excluded.changed_at
                """)
                .param("required", required.name())
                .param("at", at.atOffset(UTC))
                .update();
    }
}
