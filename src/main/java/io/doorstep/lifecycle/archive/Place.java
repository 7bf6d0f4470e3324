package io.doorstep.lifecycle.archive;

import io.doorstep.identity.people.People.Person;
import io.doorstep.platform.Columns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an agency that moves in needs outside its own rows: a directory entry, a site key, its people and their memberships. As the owner. */
final class Place {

    record Membership(UUID userId, UUID memberId, String role) {}

    private final JdbcClient db;

    Place(JdbcClient db) {
        this.db = db;
    }

    void take(UUID tenant, String slug, String name) {
        var taken = db.sql(
                        "select id = :id from tenant_directory where id = :id or slug = :slug order by 1 desc limit 1")
                .param("id", tenant)
                .param("slug", slug)
                .query(Boolean.class)
                .optional();
        if (taken.isPresent()) {
            throw new DamagedArchive(
                    taken.get()
                            ? "This agency is here already."
                            : "The slug " + slug + " is taken here. Choose another one with --slug.");
        }
        db.sql(
                        "insert into tenant_directory (id, slug, name, status, created_at) values (:id, :slug, :name, 'PROVISIONING', now())")
                .param("id", tenant)
                .param("slug", slug)
                .param("name", name)
                .update();
    }

    /**
     * Whoever has an account here with the same e-mail keeps it as it is, password and all: an archive can't change how somebody else signs in.
     *
     * @return each person's id here, by the one in the archive
     */
    Map<UUID, UUID> admit(List<Person> people) {
        var ids = new HashMap<UUID, UUID>();
        for (var person : people) {
            var here = db.sql("select id from app_user where email = :email")
                    .param("email", person.email())
                    .query(UUID.class)
                    .optional();
            if (here.isEmpty()) {
                add(person);
            }
            ids.put(person.id(), here.orElse(person.id()));
        }
        return ids;
    }

    private void add(Person person) {
        try {
            db.sql("insert into app_user (id, email, name, created_at) values (:id, :email, :name, :at)")
                    .param("id", person.id())
                    .param("email", person.email())
                    .param("name", person.name())
                    .param("at", person.createdAt())
                    .update();
        } catch (DuplicateKeyException other) {
            throw new DamagedArchive("The user " + person.id() + " is somebody else here.");
        }
        if (person.passwordHash() != null) {
            db.sql(
                            "insert into credential (user_id, password_hash, changed_at) values (:id, :hash, coalesce(:at, now()))")
                    .param("id", person.id())
                    .param("hash", person.passwordHash())
                    .param("at", person.passwordChangedAt())
                    .update();
        }
    }

    /** As the keeper: what the trigger on member would have written. */
    List<Membership> membersOf() {
        return db.sql("select user_id, id as member_id, role from member where status = 'ACTIVE'")
                .query((row, _) -> new Membership(
                        Columns.uuid(row, "user_id"), Columns.uuid(row, "member_id"), row.getString("role")))
                .list();
    }

    void open(UUID tenant, String siteKey, List<Membership> members) {
        for (var member : members) {
            db.sql(
                            "insert into membership (tenant_id, user_id, member_id, role) values (:tenant, :user, :member, :role)")
                    .param("tenant", tenant)
                    .param("user", member.userId())
                    .param("member", member.memberId())
                    .param("role", member.role())
                    .update();
        }
        try {
            db.sql("insert into site_key (key, tenant_id, created_at) values (:key, :tenant, now())")
                    .param("key", siteKey)
                    .param("tenant", tenant)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new DamagedArchive("The site key of this agency is in use here.");
        }
        db.sql("update tenant_directory set status = 'ACTIVE', status_since = now() where id = :id")
                .param("id", tenant)
                .update();
    }
}
