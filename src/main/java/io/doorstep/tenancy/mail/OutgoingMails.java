package io.doorstep.tenancy.mail;

import static java.time.ZoneOffset.UTC;

import io.doorstep.platform.Seal;
import io.doorstep.tenancy.TenantScope;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mails of the current agency that wait or that were given up. Their content, which may hold a link with a secret, is sealed and is gone
 * as soon as it has been sent or given up. Call inside a transaction.
 */
@Component
class OutgoingMails {

    private static final String PURPOSE = "mail/outgoing";

    /** @param mail empty when this installation can't open it, because its secret changed */
    record Waiting(
            Optional<Mail> mail, int attempts, @Nullable Instant goodUntil) {}

    private record Row(
            byte[] sealed, int attempts, @Nullable OffsetDateTime goodUntil) {}

    private final JdbcClient db;
    private final Seal seal;

    OutgoingMails(JdbcClient db, Seal seal) {
        this.db = db;
        this.seal = seal;
    }

    void add(UUID id, Mail mail, Instant at) {
        var plain = String.join("\n", mail.to(), mail.subject(), mail.body());
        db.sql("""
                insert into outgoing_mail (id, sealed, good_until, created_at) values (:id, :sealed, :goodUntil, :at)
                """)
                .param("id", id)
                .param("sealed", seal.seal(PURPOSE, owner(id), plain))
                .param(
                        "goodUntil",
                        mail.goodUntil() == null ? null : mail.goodUntil().atOffset(UTC))
                .param("at", at.atOffset(UTC))
                .update();
    }

    Optional<Waiting> find(UUID id) {
        return db.sql("select sealed, attempts, good_until from outgoing_mail where id = :id and given_up_at is null")
                .param("id", id)
                .query(Row.class)
                .optional()
                .map(row -> waiting(id, row));
    }

    private Waiting waiting(UUID id, Row row) {
        var goodUntil = row.goodUntil() == null ? null : row.goodUntil().toInstant();
        var mail = seal.open(PURPOSE, owner(id), row.sealed()).map(plain -> {
            var parts = plain.split("\n", 3);
            return new Mail(parts[0], parts[1], parts[2], goodUntil);
        });
        return new Waiting(mail, row.attempts(), goodUntil);
    }

    void sent(UUID id) {
        db.sql("delete from outgoing_mail where id = :id").param("id", id).update();
    }

    void delayed(UUID id, String problem) {
        db.sql(
                        "update outgoing_mail set attempts = attempts + 1, problem = :problem where id = :id and given_up_at is null")
                .param("problem", problem)
                .param("id", id)
                .update();
    }

    void giveUp(UUID id, String problem, Instant at) {
        db.sql("""
                update outgoing_mail
                   set attempts = attempts + 1, problem = :problem, given_up_at = :at, sealed = null
                 where id = :id and given_up_at is null
                """)
                .param("problem", problem)
                .param("at", at.atOffset(UTC))
                .param("id", id)
                .update();
    }

    private static String owner(UUID id) {
        return TenantScope.current() + "/" + id;
    }
}
