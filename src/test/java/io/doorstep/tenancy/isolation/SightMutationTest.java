package io.doorstep.tenancy.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.tenancy.Sealing;
import io.doorstep.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Attack 50 must go red for every way to show an agent a colleague's lead, on every table that hangs on one. */
class SightMutationTest {

    private static final DatabaseSettings SETTINGS = TestDatabase.fresh();

    private static final List<String> OPENED = List.of(
            "drop policy sight on %1$s",
            "drop policy sight on %1$s; create policy sight on %1$s as restrictive to doorstep_agent using (true)",
            "drop policy sight on %1$s; create policy sight on %1$s to doorstep_agent using (true)",
            "alter policy sight on %1$s to public",
            "alter policy sight on %1$s with check (true)");

    @Test
    void every_mutant_of_every_table_is_seen_in_the_catalog() throws SQLException {
        var survivors = new TreeSet<String>();
        var killed = 0;
        try (var connection = SETTINGS.admin().getConnection()) {
            connection.setAutoCommit(false);
            var db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            for (var table : bound()) {
                for (var mutation : OPENED) {
                    db.sql(mutation.formatted(table)).update();
                    var red =
                            attacks().flatMap(attack -> attack.run(db).stream()).anyMatch(SightMutationTest::leaked);
                    killed += red ? 1 : 0;
                    if (!red) {
                        survivors.add(table + ": " + mutation);
                    }
                    connection.rollback();
                }
            }
        }
        System.out.println("sight, catalog: " + killed + " mutants killed, " + survivors.size() + " survived");
        assertThat(survivors).isEmpty();
    }

    @Test
    void every_table_that_is_opened_is_found_by_plain_sql() throws SQLException {
        for (var mutation : OPENED.subList(0, 2)) {
            assertThat(found(mutation, table -> !table.equals("lead"))).containsAll(boundBut("lead"));
            assertThat(found(mutation, "lead"::equals)).contains("lead");
        }
        assertThat(found("select '%1$s'", _ -> true)).isEmpty();
    }

    @Test
    void an_agent_who_could_change_what_he_is_shown_or_his_role_is_seen() throws SQLException {
        for (var grant : List.of(
                "grant update (leads_seen) on agency to doorstep_agent",
                "grant update (role) on member to doorstep_agent",
                "grant update on member to doorstep_agent",
                "revoke insert on lead from doorstep_app")) {
            try (var connection = SETTINGS.admin().getConnection()) {
                connection.setAutoCommit(false);
                var db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                db.sql(grant).update();
                assertThat(attacks().flatMap(attack -> attack.run(db).stream()))
                        .as(grant)
                        .anyMatch(SightMutationTest::leaked);
                connection.rollback();
            }
        }
    }

    private static TreeSet<String> found(String mutation, Predicate<String> tables) throws SQLException {
        try (var agencies = ProbeAgencies.open(SETTINGS.admin());
                var connection = SETTINGS.admin().getConnection()) {
            connection.setAutoCommit(false);
            for (var table : bound()) {
                if (tables.test(table)) {
                    try (var statement = connection.createStatement()) {
                        statement.execute(mutation.formatted(table));
                    }
                }
            }
            var leaks = new SightAttacks(connection, Sealing.NONE, agencies)
                    .run().stream()
                            .filter(SightMutationTest::leaked)
                            .map(finding -> finding.subject().split(" ")[0])
                            .collect(Collectors.toCollection(TreeSet::new));
            connection.rollback();
            return leaks;
        }
    }

    private static Stream<CatalogAttack> attacks() {
        return CatalogAttack.all().stream().filter(attack -> attack.attack() == Attack.COLLEAGUES_LEAD);
    }

    private static boolean leaked(Finding finding) {
        return finding.verdict() instanceof Finding.Verdict.Leaked;
    }

    private static List<String> boundBut(String table) {
        return bound().stream().filter(each -> !each.equals(table)).toList();
    }

    private static List<String> bound() {
        return JdbcClient.create(SETTINGS.admin())
                .sql(SightCatalog.BOUND)
                .query(String.class)
                .list();
    }
}
