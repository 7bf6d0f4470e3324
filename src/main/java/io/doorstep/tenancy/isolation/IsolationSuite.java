package io.doorstep.tenancy.isolation;

import io.doorstep.platform.database.DatabaseRole;
import io.doorstep.platform.database.DatabaseSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Runs every attack against one database. Safe beside a working Doorstep: see the package's description. */
public final class IsolationSuite {

    /**
     * How long to insist.
     *
     * @param planRounds of the generic plan per table
     * @param poolRounds borrowers of the pool of one
     */
    public record Options(int planRounds, int poolRounds) {
        public static final Options CORE = new Options(100, 10_000);
    }

    private static final int NEIGHBOURS = 50;

    private final DataSource admin;
    private final DataSource app;

    public IsolationSuite(DatabaseSettings settings) {
        this(settings.admin(), settings.as(DatabaseRole.APP));
    }

    /** @param admin makes and removes the probe's look-up rows; attacks nothing */
    IsolationSuite(DataSource admin, DataSource app) {
        this.admin = admin;
        this.app = app;
    }

    /** @throws IllegalStateException when the attacks could not be made at all, which proves nothing */
    public IsolationReport verify(Options options) {
        var started = System.nanoTime();
        try (var agencies = ProbeAgencies.open(admin);
                var connection = app.getConnection()) {
            connection.setAutoCommit(false);
            var db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var probe = new Probe(connection);
            var findings = new ArrayList<Finding>();
            try {
                requireAppRole(db);
                findings.addAll(catalog(db));
                findings.addAll(direct(connection, probe, agencies, options.planRounds(), _ -> true));
            } finally {
                connection.rollback();
            }
            findings.addAll(sight(agencies));
            findings.addAll(new PoolAttack(app, Table.readAll(db), poolTenants(agencies)).run(options.poolRounds()));
            var server = db.sql(
                            "select 'PostgreSQL ' || current_setting('server_version') || ', database ' || current_database()")
                    .query(String.class)
                    .single();
            connection.rollback();
            return new IsolationReport(
                    server,
                    List.copyOf(findings),
                    probe.attempts() + findings.size() + 2L * options.poolRounds(),
                    Duration.ofNanos(System.nanoTime() - started));
        } catch (SQLException e) {
            throw new IllegalStateException("the attacks could not be made: " + e.getMessage(), e);
        }
    }

    /** Attacks 1 to 11: what the catalog says. */
    static List<Finding> catalog(JdbcClient db) {
        return CatalogAttack.ALL.stream()
                .flatMap(attack -> attack.run(db).stream())
                .toList();
    }

    /** Attacks 12 to 24: what the database does. The caller's transaction is left with the probe's rows; it must roll back. */
    static List<Finding> direct(
            Connection connection, Probe probe, ProbeAgencies agencies, int planRounds, Predicate<String> subjects) {
        var tables = Table.readAll(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        var attacked =
                tables.stream().filter(table -> subjects.test(table.name())).toList();
        var scenery = new Scenery(probe, Table.withParents(attacked, tables), agencies, subjects);
        var built = scenery.build();
        var rows = attacked.stream()
                .flatMap(table -> new RowAttacks(probe, agencies, scenery, planRounds).on(table).stream())
                .toList();
        var session = new SessionAttacks(probe, agencies).run(attacked);
        return Stream.of(built, rows, session).flatMap(List::stream).toList();
    }

    /** Attack 50 in deed: one agency, two of its members. */
    private List<Finding> sight(ProbeAgencies agencies) throws SQLException {
        try (var connection = admin.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return new SightAttacks(connection, agencies).run();
            } finally {
                connection.rollback();
            }
        }
    }

    static void requireAppRole(JdbcClient db) {
        var role = db.sql("select current_user || ' as ' || session_user")
                .query(String.class)
                .single();
        if (!role.equals("doorstep_app as doorstep_app")) {
            throw new IllegalStateException("the attacks must run as doorstep_app, not as " + role);
        }
    }

    private static List<UUID> poolTenants(ProbeAgencies agencies) {
        var tenants = new ArrayList<>(List.of(agencies.victim(), agencies.twin(), agencies.attacker()));
        tenants.addAll(agencies.neighbours(NEIGHBOURS));
        return tenants;
    }
}
