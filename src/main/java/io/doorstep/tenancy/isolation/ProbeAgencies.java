package io.doorstep.tenancy.isolation;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Look-up rows of three agencies and one user that exist only for the probe: the directory trigger's keys need them. They are closed, nobody
 * can sign in to them, and they carry no business row. Committed by the administrator, removed on close; a killed run's rows go
 * with the next one.
 */
record ProbeAgencies(DataSource admin, UUID victim, UUID twin, UUID attacker, UUID user) implements AutoCloseable {

    private static final String SLUG = "isolation-probe-";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** An id that no agency has. */
    static UUID nobody() {
        return new UUID(RANDOM.nextLong(), RANDOM.nextLong());
    }

    static ProbeAgencies open(DataSource admin) {
        var agencies = new ProbeAgencies(admin, nobody(), nobody(), nobody(), nobody());
        agencies.asOwner(db -> {
            sweep(db, "1 hour");
            db.sql(
                            "insert into app_user (id, email, name, created_at) values (:user, :email, 'Isolation probe', now())")
                    .param("user", agencies.user)
                    .param("email", SLUG + agencies.user + "@example.invalid")
                    .update();
            db.sql("""
                    insert into tenant_directory (id, slug, name, status, created_at)
                    select id, :slug || place || '-' || substr(md5(id::text), 1, 12), 'Isolation probe', 'CLOSED', now()
                      from unnest(array[:victim, :twin, :attacker]::uuid[]) with ordinality probe (id, place)
                    """)
                    .param("slug", SLUG)
                    .param("victim", agencies.victim)
                    .param("twin", agencies.twin)
                    .param("attacker", agencies.attacker)
                    .update();
        });
        return agencies;
    }

    /** Agencies that are really there, for attacks that only read. */
    List<UUID> neighbours(int limit) {
        var neighbours = new ArrayList<UUID>();
        asOwner(db -> neighbours.addAll(
                db.sql("select id from tenant_directory where status = 'ACTIVE' order by id limit :limit")
                        .param("limit", limit)
                        .query(UUID.class)
                        .list()));
        return neighbours;
    }

    @Override
    public void close() {
        asOwner(db -> {
            db.sql("delete from tenant_directory where id in (:victim, :twin, :attacker)")
                    .param("victim", victim)
                    .param("twin", twin)
                    .param("attacker", attacker)
                    .update();
            db.sql("delete from app_user where id = :user").param("user", user).update();
        });
    }

    private static void sweep(JdbcClient db, String age) {
        db.sql(
                        "delete from tenant_directory where starts_with(slug, :slug) and status = 'CLOSED' and created_at < now() - :age::interval")
                .param("slug", SLUG)
                .param("age", age)
                .update();
        db.sql(
                        "delete from app_user where starts_with(email, :slug) and email like '%@example.invalid' and created_at < now() - :age::interval")
                .param("slug", SLUG)
                .param("age", age)
                .update();
    }

    private void asOwner(java.util.function.Consumer<JdbcClient> work) {
        try (var connection = admin.getConnection()) {
            connection.setAutoCommit(false);
            var db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            db.sql("set local role doorstep_owner").update();
            work.accept(db);
            connection.commit();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(
                    "the administrator's login could not prepare the probe: " + e.getMessage(), e);
        }
    }
}
