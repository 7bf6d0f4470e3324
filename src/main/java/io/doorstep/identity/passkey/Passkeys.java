package io.doorstep.identity.passkey;

import static java.time.ZoneOffset.UTC;

import io.doorstep.tenancy.Gate;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All people's passkeys. Speaks as the gate. */
@Component
public class Passkeys {

    private final JdbcClient gate;

    Passkeys(@Gate JdbcClient gate) {
        this.gate = gate;
    }

    public List<Passkey> of(UUID user) {
        return gate.sql("""
                select id, name, backup_eligible as synced, created_at, last_used_at
                  from passkey
                 where user_id = :user
                 order by created_at, id
                """)
                .param("user", user)
                .query((row, _) -> new Passkey(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getObject(4, OffsetDateTime.class),
                        row.getObject(5, OffsetDateTime.class)))
                .list();
    }

    List<Passkey.Handle> handlesOf(UUID user) {
        return gate.sql("select credential_id, transports from passkey where user_id = :user order by created_at, id")
                .param("user", user)
                .query((row, _) -> new Passkey.Handle(row.getBytes(1), texts(row.getArray(2))))
                .list();
    }

    Optional<Passkey.Stored> find(byte[] credentialId) {
        return gate.sql("""
                select id, user_id, attested, sign_count, backup_eligible, backed_up
                  from passkey
                 where credential_id = :credentialId
                """)
                .param("credentialId", credentialId)
                .query(Passkey.Stored.class)
                .optional();
    }

    /** @return false when the credential is known already, whoever's it is */
    boolean add(byte[] credentialId, Passkey.Stored passkey, String name, List<String> transports, Instant at) {
        return gate.sql("""
                insert into passkey (credential_id, id, user_id, name, attested, sign_count, transports, backup_eligible, backed_up,
                                     created_at)
                values (:credentialId, :id, :user, :name, :attested, :signCount, :transports, :backupEligible, :backedUp, :at)
                on conflict (credential_id) do nothing
                """)
                        .param("credentialId", credentialId)
                        .param("id", passkey.id())
                        .param("user", passkey.userId())
                        .param("name", name)
                        .param("attested", passkey.attested())
                        .param("signCount", passkey.signCount())
                        .param("transports", transports.toArray(String[]::new))
                        .param("backupEligible", passkey.backupEligible())
                        .param("backedUp", passkey.backedUp())
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /**
     * Remembers a use by compare-and-set on the counter.
     *
     * @return false when the counter did not go on: two authenticators share the key
     */
    boolean used(UUID id, long signCount, boolean backedUp, Instant at) {
        return gate.sql("""
                update passkey
                   set sign_count = :signCount, backed_up = :backedUp, last_used_at = :at
                 where id = :id and (sign_count < :signCount or (sign_count = 0 and :signCount = 0))
                """)
                        .param("id", id)
                        .param("signCount", signCount)
                        .param("backedUp", backedUp)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    public boolean rename(UUID user, UUID id, String name) {
        return gate.sql("update passkey set name = :name where id = :id and user_id = :user")
                        .param("name", name)
                        .param("id", id)
                        .param("user", user)
                        .update()
                == 1;
    }

    public boolean remove(UUID user, UUID id) {
        return gate.sql("delete from passkey where id = :id and user_id = :user")
                        .param("id", id)
                        .param("user", user)
                        .update()
                == 1;
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
