package io.doorstep.tenancy.isolation;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Look-up rows of three agencies and one user that exist only for the probe: the directory trigger's keys need them. They are closed, nobody
 * can sign in to them, and they carry no business row. Committed by the administrator, removed on close. A lock in an open
 * transaction says that the run lives; the rows of a run whose lock is free, because it was killed, go with the next run.
 */
final class ProbeAgencies implements AutoCloseable {

    private static final String SLUG = "isolation-probe-";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final DataSource admin;
    private final Connection life;
    private final String run = SLUG + nobody().toString().substring(24);
    private final UUID victim = nobody();
    private final UUID twin = nobody();
    private final UUID attacker = nobody();
    private final UUID user = nobody();

    private ProbeAgencies(DataSource admin, Connection life) {
        this.admin = admin;
        this.life = life;
    }

    /** An id that no agency has. */
    static UUID nobody() {
        return new UUID(RANDOM.nextLong(), RANDOM.nextLong());
    }

    static ProbeAgencies open(DataSource admin) {
        try {
            var agencies = new ProbeAgencies(admin, admin.getConnection());
            try {
                agencies.prepare();
                return agencies;
            } catch (RuntimeException | SQLException e) {
                agencies.life.close();
                throw e;
            }
        } catch (RuntimeException | SQLException e) {
            throw new IllegalStateException(
                    "the administrator's login could not prepare the probe: " + e.getMessage(), e);
        }
    }

    UUID victim() {
        return victim;
    }

    UUID twin() {
        return twin;
    }

    UUID attacker() {
        return attacker;
    }

    UUID user() {
        return user;
    }

    /** Agencies that are really there, for attacks that only read. */
    List<UUID> neighbours(int limit) {
        return asOwner(db -> db.sql("select id from tenant_directory where status = 'ACTIVE' order by id limit :limit")
                .param("limit", limit)
                .query(UUID.class)
                .list());
    }

    long living() {
        return asOwner(db -> db.sql("select count(*) from tenant_directory where not starts_with(slug, :slug)")
                .param("slug", SLUG)
                .query(Long.class)
                .single());
    }

    String schemaVersion() {
        return asOwner(db -> db.sql("select coalesce(max(version), 'none') from flyway_schema_history where success")
                .query(String.class)
                .single());
    }

    @Override
    public void close() {
        asOwner(db -> remove(db, run));
        try {
            life.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the probe's lock could not be released: " + e.getMessage(), e);
        }
    }

    private void prepare() throws SQLException {
        life.setAutoCommit(false);
        // The transaction stays open as long as the run lasts.
        var lifeDb = JdbcClient.create(new SingleConnectionDataSource(life, true));
        lifeDb.sql("set local idle_in_transaction_session_timeout = 0").update();
        lifeDb.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(:run, 0))) locked")
                .param("run", run)
                .query(Integer.class)
                .single();
        asOwner(ProbeAgencies::sweep);
        asOwner(db -> {
            db.sql(
                            "insert into app_user (id, email, name, created_at) values (:user, :email, 'Isolation probe', now())")
                    .param("user", user)
                    .param("email", run + "@example.invalid")
                    .update();
            return db.sql("""
                    insert into tenant_directory (id, slug, name, status, created_at)
                    select id, :run || '-' || place, 'Isolation probe', 'CLOSED', now()
                      from unnest(array[:victim, :twin, :attacker]::uuid[]) with ordinality probe (id, place)
                    """)
                    .param("run", run)
                    .param("victim", victim)
                    .param("twin", twin)
                    .param("attacker", attacker)
                    .update();
        });
    }

    /** Removes what runs left behind that live no longer. */
    private static int sweep(JdbcClient db) {
        var dead = db.sql("""
                with run as (
                    select distinct regexp_replace(slug, '-[^-]*$', '') as name
                      from tenant_directory where starts_with(slug, :slug) and status = 'CLOSED'
                    union
                    select split_part(email, '@', 1) from app_user where starts_with(email, :slug) and email like '%@example.invalid'
                )
                select name from run where pg_try_advisory_xact_lock(hashtextextended(name, 0))
                """).param("slug", SLUG).query(String.class).list();
        return dead.stream().mapToInt(name -> remove(db, name)).sum();
    }

    private static int remove(JdbcClient db, String run) {
        return db.sql("delete from tenant_directory where starts_with(slug, :run || '-') and status = 'CLOSED'")
                        .param("run", run)
                        .update()
                + db.sql("delete from app_user where email = :run || '@example.invalid'")
                        .param("run", run)
                        .update();
    }

    private <T> T asOwner(Function<JdbcClient, T> work) {
        try (var connection = admin.getConnection()) {
            connection.setAutoCommit(false);
            var db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            db.sql("set local role doorstep_owner").update();
            db.sql("set local lock_timeout = '5s'").update();
            var answer = work.apply(db);
            connection.commit();
            return answer;
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the administrator's login could not prepare the probe: " + e.getMessage(), e);
        }
    }
}
