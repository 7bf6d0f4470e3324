package io.doorstep.tenancy.isolation;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A pool of one connection, lent to one agency after the other, each ending differently: commit, rollback, a failed statement, a cancelled
 * one, a return in the middle of a transaction. Each borrower first looks at what it was handed.
 * Only reads, and sets what a transaction ends.
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

    private final DataSource app;
    private final List<Table> tables;
    private final List<UUID> tenants;
    private final Random random = new Random(27);

    PoolAttack(DataSource app, List<Table> tables, List<UUID> tenants) {
        this.app = app;
        this.tables = tables;
        this.tenants = tenants;
    }

    List<Finding> run(int rounds) {
        var config = new HikariConfig();
        config.setDataSource(app);
        config.setMaximumPoolSize(1);
        config.setAutoCommit(false);
        config.setPoolName("isolation-probe");
        try (var pool = new HikariDataSource(config)) {
            var dirty = 0L;
            var foreign = 0;
            for (var round = 0; round < rounds; round++) {
                try (var connection = pool.getConnection()) {
                    dirty += number(connection, USED_SESSION);
                    foreign += borrow(
                            connection,
                            tenants.get(round % tenants.size()),
                            tables.get(round / tenants.size() % tables.size()));
                }
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
                            dirty + " were handed a used session"));
        } catch (SQLException e) {
            throw new IllegalStateException("the pool of one broke: " + e.getMessage(), e);
        }
    }

    /** @return 1 where a row of another agency was seen */
    private int borrow(Connection connection, UUID tenant, Table table) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local app.tenant_id = '" + tenant + "'");
        }
        var foreign = number(
                                connection,
                                "select count(*) from (select tenant_id from " + table.name()
                                        + " limit 20) seen where tenant_id <> '" + tenant + "'")
                        > 0
                ? 1
                : 0;
        switch (random.nextInt(6)) {
            case 0 -> connection.commit();
            case 1 -> connection.rollback();
            case 2 -> fails(connection, "select 1 / 0");
            case 3 -> fails(connection, "set local statement_timeout = 1; select pg_sleep(1)");
            case 4 -> {
                number(connection, "select 1 from (select pg_advisory_xact_lock(27)) locked");
                execute(connection, "declare isolation_probe cursor for select 1");
            }
            default -> {} // handed back in the middle; the pool must roll back
        }
        return foreign;
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
