package io.doorstep.tenancy.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.platform.database.DatabaseRole;
import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.platform.database.Migration;
import io.doorstep.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * An installation of the first release, with the rows of two agencies, is brought up to date one migration after the other while both agencies
 * work. At each step the tables are held against the catalog; at no moment does either see a row of the other.
 */
class UpgradeTest {

    /** The last migration of the first release that anybody could have installed. */
    private static final MigrationVersion FIRST_RELEASE = MigrationVersion.fromVersion("202611231200");

    /** What the catalog must say of every release. The template and the logins are held against today's at the end. */
    private static final Set<Attack> OF_EVERY_RELEASE = Set.of(
            Attack.ROW_SECURITY_OFF,
            Attack.NO_TENANT_COLUMN,
            Attack.KEY_WITHOUT_TENANT,
            Attack.VIEW_AS_OWNER,
            Attack.DEFINER_FUNCTION,
            Attack.POWERFUL_ROLE);

    private final DatabaseSettings settings = TestDatabase.empty();
    private final Migration migration = new Migration(settings);
    private final JdbcClient admin = JdbcClient.create(settings.admin());
    private final UUID one = ProbeAgencies.nobody();
    private final UUID other = ProbeAgencies.nobody();

    @Test
    void policies_hold_at_every_step_of_an_upgrade_with_data_and_traffic() throws Exception {
        migration.run(FIRST_RELEASE);
        settle(one);
        settle(other);
        var before = rowsOf(one);
        assertThat(before).hasSizeGreaterThan(20);

        var leaks = new ConcurrentLinkedQueue<String>();
        var looks = new AtomicLong();
        var working = new AtomicBoolean(true);
        var traffic = List.of(work(one, working, leaks, looks), work(other, working, leaks, looks));
        var steps = pending();
        for (var version : steps) {
            migration.run(version);
            assertThat(catalog(OF_EVERY_RELEASE)).as("after " + version).isEmpty();
            // At least one look at this very schema, or the traffic has failed already.
            var seen = looks.get();
            while (looks.get() < seen + 1 && leaks.isEmpty()) {
                Thread.onSpinWait();
            }
        }
        migration.run();
        working.set(false);
        for (var thread : traffic) {
            thread.join();
        }

        assertThat(leaks).isEmpty();
        assertThat(rowsOf(one)).containsAllEntriesOf(before);
        assertThat(catalog(Set.of(Attack.values()))).isEmpty();
        var report = new IsolationSuite(settings).verify(new IsolationSuite.Options(4, 60));
        assertThat(report.leaks()).isEmpty();
        System.out.printf(
                "upgrade: %d migrations, %d looks of two agencies meanwhile, 0 leaks%n", steps.size(), looks.get());
    }

    /** One committed row in every table. */
    private void settle(UUID tenant) throws SQLException {
        var user = ProbeAgencies.nobody();
        admin.sql("insert into app_user (id, email, name, created_at) values (:id, :email, 'Someone', now())")
                .param("id", user)
                .param("email", user + "@example.com")
                .update();
        admin.sql("""
                insert into tenant_directory (id, slug, name, status, created_at) values (:id, :slug, 'Some agency', 'ACTIVE', now())
                """).param("id", tenant).param("slug", Sentinel.of(tenant)).update();
        try (var connection = settings.as(DatabaseRole.APP).getConnection()) {
            connection.setAutoCommit(false);
            var probe = new Probe(connection);
            var maker = new RowMaker(probe, user);
            probe.enter(tenant);
            var rows = new HashMap<String, Map<String, String>>();
            for (var table : Table.readAll(JdbcClient.create(new SingleConnectionDataSource(connection, true)))) {
                rows.put(table.name(), made(maker, table, tenant, rows));
            }
            connection.commit();
        }
    }

    private static Map<String, String> made(
            RowMaker maker, Table table, UUID tenant, Map<String, Map<String, String>> rows) {
        try {
            var row = maker.insert(table, tenant, rows, Map.of());
            var companion = RowMaker.companionOf(table.name());
            if (!companion.isEmpty()) {
                var fixed = new HashMap<>(companion);
                table.keyWithinTenant().forEach(column -> fixed.putIfAbsent(column, row.getOrDefault(column, "")));
                maker.insert(table, tenant, rows, fixed);
            }
            return row;
        } catch (Probe.Refusal refusal) {
            throw new AssertionError(table.name() + ": " + refusal.getMessage(), refusal);
        }
    }

    private List<MigrationVersion> pending() {
        var flyway = Flyway.configure()
                .dataSource(settings.admin())
                .locations("classpath:db/migration")
                .load();
        return Arrays.stream(flyway.info().pending())
                .map(MigrationInfo::getVersion)
                .toList();
    }

    private List<String> catalog(Set<Attack> attacks) {
        return CatalogAttack.all().stream()
                .filter(attack -> attacks.contains(attack.attack()))
                .flatMap(attack -> attack.run(admin).stream())
                .filter(finding -> finding.verdict() instanceof Finding.Verdict.Leaked)
                .map(finding -> finding.attack() + " " + finding.subject() + ": " + IsolationReport.detail(finding))
                .toList();
    }

    /** An agency at work: reads all of its tables and writes, transaction after transaction. */
    private Thread work(UUID tenant, AtomicBoolean working, ConcurrentLinkedQueue<String> leaks, AtomicLong looks) {
        var tables = Table.readAll(admin).stream().map(Table::name).toList();
        return Thread.ofPlatform().start(() -> {
            try (var connection = settings.as(DatabaseRole.APP).getConnection()) {
                connection.setAutoCommit(false);
                while (working.get()) {
                    for (var table : tables) {
                        look(connection, table, tenant, leaks);
                    }
                    write(connection, tenant);
                    looks.incrementAndGet();
                }
            } catch (SQLException | RuntimeException e) {
                leaks.add("the agency could not work: " + e);
            }
        });
    }

    /** One table a transaction: two of them and a migration over all tables would wait for each other in a circle. */
    private static void write(Connection connection, UUID tenant) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local app.tenant_id = '" + tenant + "'");
            statement.execute("update listing set name = name");
        }
        connection.commit();
    }

    private static void look(Connection connection, String table, UUID tenant, ConcurrentLinkedQueue<String> leaks)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local app.tenant_id = '" + tenant + "'");
            try (var rows = statement.executeQuery("select count(*) filter (where tenant_id <> '" + tenant
                    + "'), count(*) filter (where tenant_id = '" + tenant + "') from " + table)) {
                rows.next();
                if (rows.getLong(1) > 0 || rows.getLong(2) == 0) {
                    leaks.add(table + ": " + rows.getLong(1) + " of others, " + rows.getLong(2) + " of its own");
                }
            }
        }
        connection.commit();
    }

    private Map<String, Long> rowsOf(UUID tenant) {
        var counts = new HashMap<String, Long>();
        for (var table : Table.readAll(admin)) {
            counts.put(
                    table.name(),
                    admin.sql("select count(*) from " + table.name() + " where tenant_id = :tenant")
                            .param("tenant", tenant)
                            .query(Long.class)
                            .single());
        }
        return counts;
    }
}
