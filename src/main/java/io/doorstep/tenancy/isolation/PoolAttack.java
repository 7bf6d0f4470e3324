package io.doorstep.tenancy.isolation;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.doorstep.tenancy.Sealing;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * A pool of one connection, lent to one agency after the other, each ending differently: commit, rollback, a failed statement, a cancelled
 * one, a timeout, a killed server process, a return in the middle of a transaction; some between the tenant and the first query. Each
 * borrower first looks at what it was handed. Only reads, and sets what a transaction ends.
 */
final class PoolAttack {

    private static final String USED_SESSION = """
            select (not (current_user = 'doorstep_app' and session_user = 'doorstep_app'
               and coalesce(current_setting('app.tenant_id', true), '') = ''
               and current_setting('row_security') = 'on'
               and current_setting('search_path') = '"$user", public'
               and not exists (select from pg_cursors where name <> '')
               and not exists (select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid())
               and not exists (select from pg_listening_channels())
               and pg_my_temp_schema() = 0))::int
            """;

    /** A new server process for each kill: a few say as much as many. */
    private static final int KILLS = 20;

    private final DataSource app;
    private final Sealing sealing;
    private final List<Table> tables;
    private final List<UUID> tenants;
    private final Random random = new Random(27);
    private int dirty;
    private int foreign;
    private int brokenOff;
    private int harmed;

    PoolAttack(DataSource app, List<Table> tables, List<UUID> tenants) {
        this(app, Sealing.NONE, tables, tenants);
    }

    PoolAttack(DataSource app, Sealing sealing, List<Table> tables, List<UUID> tenants) {
        this.app = app;
        this.sealing = sealing;
        this.tables = tables;
        this.tenants = tenants;
    }

    List<Finding> run(int rounds) {
        var config = new HikariConfig();
        config.setDataSource(app);
        config.setMaximumPoolSize(1);
        config.setAutoCommit(false);
        config.setPoolName("isolation-probe");
        var kills = Math.max(1, Math.min(KILLS, rounds / 10));
        // The pool warns of each connection that is killed on purpose, with a page of stack.
        var logging = LoggingSystem.get(PoolAttack.class.getClassLoader());
        var warnings = "com.zaxxer.hikari.pool.ProxyConnection";
        logging.setLogLevel(warnings, LogLevel.ERROR);
        try (var pool = new HikariDataSource(config)) {
            for (var round = 0; round < rounds; round++) {
                var tenant = tenants.get(round % tenants.size());
                var table = tables.get(round / tenants.size() % tables.size());
                try (var connection = pool.getConnection()) {
                    dirty += (int) number(connection, USED_SESSION);
                    borrow(connection, tenant, table);
                }
                if (round % (rounds / kills) == 0) {
                    breakOff(pool, round, tenant, table);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the pool of one broke: " + e.getMessage(), e);
        } finally {
            logging.setLogLevel(warnings, null);
        }
        return List.of(
                Finding.of(
                        Attack.POOLED_CONNECTION,
                        rounds + " borrowers, rows",
                        foreign == 0,
                        foreign + " saw another agency's row"),
                Finding.of(
                                Attack.POOLED_CONNECTION,
                                rounds + " borrowers, session",
                                dirty == 0,
                                dirty + " were handed a used session")
                        .by(USED_SESSION.strip()),
                Finding.of(
                                Attack.BROKEN_OFF,
                                brokenOff + " broken off between tenant and query",
                                harmed == 0,
                                harmed + " next borrowers were handed a used session or met another agency's row")
                        .by("set local app.tenant_id = …; select pg_terminate_backend(pg_backend_pid())"));
    }

    private void borrow(Connection connection, UUID tenant, Table table) throws SQLException {
        execute(connection, sealing.statement(connection, tenant, null));
        foreign += strangers(connection, tenant, table);
        switch (random.nextInt(6)) {
            case 0 -> connection.commit();
            case 1 -> connection.rollback();
            case 2 -> fails(connection, "select 1 / 0");
            case 3 -> fails(connection, "set local statement_timeout = 1; select pg_sleep(1)");
            case 4 -> {
                number(connection, "select pg_try_advisory_xact_lock(" + random.nextLong() + ")::int");
                execute(connection, "declare isolation_probe cursor for select 1");
            }
            default -> {} // handed back in the middle; the pool must roll back
        }
    }

    /** The tenant is set, and the query that should follow is cancelled, times out, or loses its server process; the next one asks. */
    private void breakOff(HikariDataSource pool, int round, UUID tenant, Table table) throws SQLException {
        for (var way = 0; way < 3; way++) {
            try (var connection = pool.getConnection()) {
                execute(connection, sealing.statement(connection, tenant, null));
                switch (way) {
                    case 0 -> cancelled(connection);
                    case 1 -> fails(connection, "set local statement_timeout = 1; select pg_sleep(1)");
                    default -> fails(connection, "select pg_terminate_backend(pg_backend_pid())");
                }
            } catch (SQLException killed) {
                // Handing back a connection without a server process may say so.
            }
            brokenOff++;
            var next = tenants.get((round + way + 1) % tenants.size());
            try (var connection = pool.getConnection()) {
                var used = number(connection, USED_SESSION);
                execute(connection, sealing.statement(connection, next, null));
                harmed += used + strangers(connection, next, table) > 0 ? 1 : 0;
            }
        }
    }

    /** The client asks again as long as the server has not heard it: the statement may not have begun yet. */
    private static void cancelled(Connection connection) throws SQLException {
        var session = connection.unwrap(PGConnection.class);
        var ended = new CountDownLatch(1);
        var canceller = Thread.ofVirtual().start(() -> cancel(session, ended));
        fails(connection, "select pg_sleep(10)");
        ended.countDown();
        try {
            canceller.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void cancel(PGConnection session, CountDownLatch ended) {
        try {
            while (!ended.await(20, TimeUnit.MILLISECONDS)) {
                session.cancelQuery();
            }
        } catch (SQLException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int strangers(Connection connection, UUID tenant, Table table) throws SQLException {
        return number(
                                connection,
                                "select count(*) from (select tenant_id from " + table.name()
                                        + " limit 20) seen where tenant_id <> '" + tenant + "'")
                        > 0
                ? 1
                : 0;
    }

    private static void fails(Connection connection, String statements) {
        try {
            execute(connection, statements);
        } catch (SQLException expected) {
            return;
        }
        throw new IllegalStateException(statements + " should have failed");
    }

    private static void execute(Connection connection, String statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
