package io.doorstep.tenancy.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.platform.database.DatabaseRole;
import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The suite on a database at work: it neither holds up nor changes what others do, and leaves when it would. */
class BesideLiveTrafficTest {

    private static final IsolationSuite.Options SHORT = new IsolationSuite.Options(2, 20);

    private final DatabaseSettings settings = TestDatabase.fresh();
    private final JdbcClient admin = JdbcClient.create(settings.admin());
    private final UUID tenant = UUID.randomUUID();

    @Test
    void writers_beside_it_wait_for_nothing_and_find_what_they_wrote() throws Exception {
        var running = new AtomicBoolean(true);
        var wrote = CompletableFuture.supplyAsync(() -> writeWhile(running));

        var report = new IsolationSuite(settings).verify(SHORT);

        running.set(false);
        var expected = wrote.get();
        assertThat(report.leaks()).isEmpty();
        assertThat(expected).isPositive();
        assertThat(admin.sql("select count(*) from listing").query(Long.class).single())
                .isEqualTo(expected);
        assertThat(admin.sql(
                                "select count(*) from listing where name = 'Of ' || id and price_minor = 2 and tenant_id = :tenant")
                        .param("tenant", tenant)
                        .query(Long.class)
                        .single())
                .isEqualTo(expected);
    }

    @Test
    void a_migration_that_comes_meanwhile_gets_its_table_and_the_attacks_make_way() throws Exception {
        var suite =
                CompletableFuture.supplyAsync(() -> new IsolationSuite(settings).verify(IsolationSuite.Options.CORE));
        awaitAttackOn("listing");

        try (var connection = settings.admin().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local lock_timeout = '10s'");
            statement.execute("lock table listing in access exclusive mode");
            connection.rollback();
        }

        assertThatThrownBy(suite::get).rootCause().hasMessageContaining("made way");
    }

    @Test
    void a_table_that_is_locked_ends_it_soon_and_in_words() throws Exception {
        try (var connection = settings.admin().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table article in access exclusive mode");
            var started = System.nanoTime();

            assertThatThrownBy(() -> new IsolationSuite(settings).verify(SHORT))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("lock timeout");

            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(15));
            connection.rollback();
        }
        assertNothingLeft();
    }

    @Test
    void what_a_killed_run_leaves_is_swept_by_the_next_and_a_living_run_is_left_alone() throws Exception {
        var killed = ProbeAgencies.open(new Mortal());
        Mortal.die();
        while (admin.sql("select count(*) from pg_locks where locktype = 'advisory'")
                        .query(Long.class)
                        .single()
                > 0) {
            Thread.onSpinWait(); // the server has yet to notice
        }
        try (var living = ProbeAgencies.open(settings.admin())) {
            assertThat(admin.sql("select id from tenant_directory")
                            .query(UUID.class)
                            .list())
                    .doesNotContain(killed.victim(), killed.twin(), killed.attacker())
                    .contains(living.victim());

            new IsolationSuite(settings).verify(SHORT);

            assertThat(admin.sql("select id from tenant_directory")
                            .query(UUID.class)
                            .list())
                    .containsExactlyInAnyOrder(living.victim(), living.twin(), living.attacker());
        }
        assertNothingLeft();
    }

    @Test
    void without_the_administrators_login_it_says_what_is_missing() {
        var nodes = new DatabaseSettings(settings.url(), null, null, null, null, null, null, null, 4);

        assertThatThrownBy(() -> new IsolationSuite(nodes)).hasMessageContaining("DOORSTEP_DB_ADMIN_USER");
    }

    /** A process that was killed: its connections are gone, and nothing of it ran to an end. */
    private final class Mortal extends org.springframework.jdbc.datasource.DelegatingDataSource {
        private static Connection life;

        Mortal() {
            super(settings.admin());
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            if (life == null) {
                life = connection;
            }
            return connection;
        }

        static void die() throws SQLException {
            life.abort(Runnable::run);
            life = null;
        }
    }

    /** As the application writes, and with little patience: whoever waits 200 ms for the suite fails the test. */
    private long writeWhile(AtomicBoolean running) {
        var count = 0L;
        try (var connection = settings.as(DatabaseRole.APP).getConnection()) {
            connection.setAutoCommit(false);
            var db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            while (running.get()) {
                db.sql("set local app.tenant_id = '" + tenant + "'").update();
                db.sql("set local lock_timeout = '200ms'").update();
                var id = UUID.randomUUID();
                db.sql("""
                        insert into listing (id, name, address, area, offer, property_type, price_minor, currency, beds, baths, created_at)
                        values (:id, 'New', 'a', 'b', 'SALE', 'HOUSE', 1, 'USD', 1, 1, now())
                        """).param("id", id).update();
                db.sql("update listing set name = 'Of ' || id, price_minor = 2 where id = :id")
                        .param("id", id)
                        .update();
                connection.commit();
                count++;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return count;
    }

    private void awaitAttackOn(String table) {
        var look = admin.sql("""
                        select count(*) from pg_locks l join pg_stat_activity a using (pid)
                         where l.relation = to_regclass(:table) and l.granted and a.usename = 'doorstep_app'
                           and l.mode = 'RowExclusiveLock'
                        """).param("table", table).query(Long.class);
        while (look.single() == 0) {
            Thread.onSpinWait();
        }
    }

    private void assertNothingLeft() {
        assertThat(admin.sql("select count(*) from tenant_directory")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(admin.sql("select count(*) from app_user").query(Long.class).single())
                .isZero();
    }
}
