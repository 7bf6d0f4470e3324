package io.doorstep.identity.team;

import static java.time.ZoneOffset.UTC;

import io.doorstep.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of invitations. Call inside a transaction. */
@Component
class Invitations {

    private final JdbcClient db;

    Invitations(JdbcClient db) {
        this.db = db;
    }

    /** What an accepted link opened. */
    record Opened(UUID id, String email, Role role) {}

    List<Invitation> waiting() {
        return db.sql("""
                select i.id, i.email, i.role, i.note, m.name, i.created_at, i.sent_at, i.sends, i.expires_at
                  from invitation i join member m on m.tenant_id = i.tenant_id and m.id = i.invited_by
                 where i.accepted_at is null and i.withdrawn_at is null
                 order by i.created_at desc, i.id
                """).query(Invitations::invitation).list();
    }

    Optional<Invitation> find(UUID id) {
        return db.sql("""
                select i.id, i.email, i.role, i.note, m.name, i.created_at, i.sent_at, i.sends, i.expires_at
                  from invitation i join member m on m.tenant_id = i.tenant_id and m.id = i.invited_by
                 where i.id = :id and i.accepted_at is null and i.withdrawn_at is null
                """).param("id", id).query(Invitations::invitation).optional();
    }

    /** By its link; expired ones too, so that the page can say so. */
    Optional<Invitation> findByToken(byte[] hash) {
        return db.sql("""
                select i.id, i.email, i.role, i.note, m.name, i.created_at, i.sent_at, i.sends, i.expires_at
                  from invitation i join member m on m.tenant_id = i.tenant_id and m.id = i.invited_by
                 where i.token_hash = :hash and i.accepted_at is null and i.withdrawn_at is null
                """).param("hash", hash).query(Invitations::invitation).optional();
    }

    int madeSince(Instant moment) {
        return db.sql("select count(*) from invitation where created_at > :moment")
                .param("moment", moment.atOffset(UTC))
                .query(Integer.class)
                .single();
    }

    /** @return false where one waits for that address already */
    boolean add(
            UUID id,
            String email,
            Role role,
            @Nullable String note,
            byte[] hash,
            UUID invitedBy,
            Instant at,
            Instant expires) {
        return db.sql("""
                insert into invitation (id, email, role, note, token_hash, invited_by, created_at, sent_at, expires_at)
                values (:id, :email, :role, :note, :hash, :by, :at, :at, :expires)
                on conflict (tenant_id, email) where accepted_at is null and withdrawn_at is null do nothing
                """)
                        .param("id", id)
                        .param("email", email)
                        .param("role", role.name())
                        .param("note", note)
                        .param("hash", hash)
                        .param("by", invitedBy)
                        .param("at", at.atOffset(UTC))
                        .param("expires", expires.atOffset(UTC))
                        .update()
                == 1;
    }

    /** The former link ends here. */
    boolean renew(UUID id, byte[] hash, Instant at, Instant expires, int mostSends) {
        return db.sql("""
                update invitation
                   set token_hash = :hash, sent_at = :at, expires_at = :expires, sends = sends + 1
                 where id = :id and accepted_at is null and withdrawn_at is null and sends < :most
                """)
                        .param("id", id)
                        .param("hash", hash)
                        .param("at", at.atOffset(UTC))
                        .param("expires", expires.atOffset(UTC))
                        .param("most", mostSends)
                        .update()
                == 1;
    }

    boolean withdraw(UUID id, Instant at) {
        return db.sql("""
                update invitation set withdrawn_at = :at
                 where id = :id and accepted_at is null and withdrawn_at is null
                """).param("id", id).param("at", at.atOffset(UTC)).update() == 1;
    }

    /** Of two who follow one link at once the second one waits here, and finds nothing. */
    Optional<Opened> lock(byte[] hash, Instant now) {
        return db.sql("""
                select id, email, role from invitation
                 where token_hash = :hash and accepted_at is null and withdrawn_at is null and expires_at > :now
                   for update
                """)
                .param("hash", hash)
                .param("now", now.atOffset(UTC))
                .query(Opened.class)
                .optional();
    }

    void accept(UUID id, UUID member, Instant at) {
        db.sql("update invitation set accepted_at = :at, accepted_by = :member where id = :id")
                .param("id", id)
                .param("member", member)
                .param("at", at.atOffset(UTC))
                .update();
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getString("email"),
                Role.valueOf(row.getString("role")),
                row.getString("note"),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getInt("sends"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
