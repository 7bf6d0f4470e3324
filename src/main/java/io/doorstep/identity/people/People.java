package io.doorstep.identity.people;

import io.doorstep.platform.Columns;
import io.doorstep.tenancy.Gate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The users behind an agency's members. */
@Component
public class People {

    /** @param passwordHash null for who has none, and where it is nobody's business */
    public record Person(
            UUID id,
            String email,
            String name,
            OffsetDateTime createdAt,
            @Nullable String passwordHash,
            @Nullable OffsetDateTime passwordChangedAt) {

        public Person withoutPassword() {
            return new Person(id, email, name, createdAt, null, null);
        }
    }

    private final JdbcClient gate;

    public People(@Gate JdbcClient gate) {
        this.gate = gate;
    }

    public List<Person> withIds(Collection<UUID> ids) {
        return gate.sql("""
                select u.id, u.email, u.name, u.created_at, c.password_hash, c.changed_at
                  from app_user u left join credential c on c.user_id = u.id
                 where u.id = any (:ids)
                 order by u.id
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> new Person(
                        Columns.uuid(row, "id"),
                        row.getString("email"),
                        row.getString("name"),
                        row.getObject("created_at", OffsetDateTime.class),
                        row.getString("password_hash"),
                        row.getObject("changed_at", OffsetDateTime.class)))
                .list();
    }
}
