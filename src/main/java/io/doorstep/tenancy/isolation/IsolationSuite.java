package io.doorstep.tenancy.isolation;

import io.doorstep.platform.database.DatabaseRole;
import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.tenancy.Sealing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
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

    /** The suite waits for nobody, and nobody long for the suite. */
    private static final List<String> BOUNDS = List.of(
            "set lock_timeout = '1s'",
            "set statement_timeout = '20s'",
            "set idle_in_transaction_session_timeout = '20s'");

    private static final int NEIGHBOURS = 50;

    private final DataSource admin;
    private final DataSource app;
    private final Sealing sealing;

    public IsolationSuite(DatabaseSettings settings) {
        this(settings, Sealing.NONE);
    }

    /** @param sealing as the application enters a tenant there */
    public IsolationSuite(DatabaseSettings settings, Sealing sealing) {
        this(settings.admin(), settings.as(DatabaseRole.APP), sealing);
    }

    /** @param admin makes and removes the probe's look-up rows; attacks nothing */
    IsolationSuite(DataSource admin, DataSource app, Sealing sealing) {
        this.admin = admin;
        this.app = app;
        this.sealing = sealing;
    }

    /** @throws IllegalStateException when the attacks could not be made at all, which proves nothing */
    public IsolationReport verify(Options options) {
        var started = System.nanoTime();
        try (var agencies = ProbeAgencies.open(admin);
                var connection = app.getConnection()) {
            connection.setAutoCommit(true);
            var db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            BOUNDS.forEach(bound -> db.sql(bound).update());
            requireAppRole(db);
            connection.setAutoCommit(false);
            var probe = new Probe(connection, sealing);
            var findings = new ArrayList<Finding>();
            try {
                findings.addAll(catalog(db));
                findings.addAll(direct(connection, probe, agencies, options.planRounds(), _ -> true));
                findings.addAll(new SealAttacks(probe, agencies, sealing).run(Table.readAll(db)));
            } finally {
                connection.rollback();
            }
            // No transaction stays open here while the next attacks run on connections of their own.
            connection.setAutoCommit(true);
            findings.addAll(sight(agencies));
            var pool = new PoolAttack(app, sealing, Table.readAll(db), poolTenants(agencies));
            findings.addAll(pool.run(options.poolRounds()));
            var target = target(db, agencies);
            return new IsolationReport(
                    target,
                    List.copyOf(findings),
                    probe.attempts() + findings.size() + 2L * options.poolRounds(),
                    Duration.ofNanos(System.nanoTime() - started));
        } catch (SQLException | DataAccessException e) {
            throw new IllegalStateException(
                    "the attacks could not be made, so nothing is proven: " + e.getMessage(), e);
        }
    }

    /** Attacks 1 to 11, and of others what the catalog says. */
    static List<Finding> catalog(JdbcClient db) {
        return CatalogAttack.all().stream()
                .flatMap(attack -> attack.run(db).stream())
                .toList();
    }

    /** Attacks 12 to 26: what the database does. The caller's transaction is left with the probe's rows; it must roll back. */
    static List<Finding> direct(
            Connection connection, Probe probe, ProbeAgencies agencies, int planRounds, Predicate<String> subjects) {
        var db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        var tables = Table.readAll(db);
        var attacked =
                tables.stream().filter(table -> subjects.test(table.name())).toList();
        var scenery = new Scenery(probe, Table.withParents(attacked, tables), agencies, subjects);
        var findings = new ArrayList<>(scenery.build());
        for (var part : Part.values()) {
            findings.addAll(attack(part, db, probe, agencies, scenery, planRounds, attacked));
        }
        return findings;
    }

    /** Attacks that share their preparation. */
    enum Part {
        ROWS,
        PLANS,
        LEAKY_FUNCTIONS,
        SESSION,
        PATHS,
        METADATA,
        INJECTION
    }

    static List<Finding> attack(
            Part part,
            JdbcClient db,
            Probe probe,
            ProbeAgencies agencies,
            Scenery scenery,
            int planRounds,
            List<Table> attacked) {
        return switch (part) {
            case ROWS -> each(probe, scenery, attacked, table -> new RowAttacks(probe, agencies, scenery).on(table));
            case PLANS ->
                each(probe, scenery, attacked, table -> new PlanAttacks(probe, agencies, planRounds).on(table));
            case LEAKY_FUNCTIONS ->
                each(probe, scenery, attacked, table -> new LeakyFunctionAttacks(probe, agencies).on(table));
            case SESSION -> new SessionAttacks(probe, agencies).run(attacked);
            case PATHS -> new PathAttacks(probe, agencies, scenery).run(db, attacked);
            case METADATA -> new MetadataAttacks(probe, agencies).run(attacked);
            case INJECTION -> new InjectionAttacks(probe, agencies).run(attacked);
        };
    }

    private static List<Finding> each(
            Probe probe, Scenery scenery, List<Table> attacked, Function<Table, List<Finding>> attack) {
        var findings = new ArrayList<Finding>();
        for (var table : attacked) {
            if (scenery.hasRows(table)) {
                findings.addAll(attack.apply(table));
            }
            probe.requireNobodyWaits();
        }
        return findings;
    }

    /** Attack 50 in deed: one agency, two of its members. */
    private List<Finding> sight(ProbeAgencies agencies) throws SQLException {
        try (var connection = admin.getConnection()) {
            connection.setAutoCommit(false);
            try {
                BOUNDS.forEach(bound -> JdbcClient.create(new SingleConnectionDataSource(connection, true))
                        .sql(bound.replace("set ", "set local "))
                        .update());
                return new SightAttacks(connection, sealing, agencies).run();
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

    private static IsolationReport.Target target(JdbcClient db, ProbeAgencies agencies) {
        return db.sql("""
                        select 'PostgreSQL ' || current_setting('server_version') as server, current_database() as database,
                               session_user::text as role, now() as at
                        """)
                .query((row, _) -> new IsolationReport.Target(
                        row.getString("server"),
                        row.getString("database"),
                        agencies.schemaVersion(),
                        row.getString("role"),
                        row.getTimestamp("at").toInstant(),
                        agencies.living()))
                .single();
    }

    private static List<UUID> poolTenants(ProbeAgencies agencies) {
        var tenants = new ArrayList<>(List.of(agencies.victim(), agencies.twin(), agencies.attacker()));
        tenants.addAll(agencies.neighbours(NEIGHBOURS));
        return tenants;
    }
}
