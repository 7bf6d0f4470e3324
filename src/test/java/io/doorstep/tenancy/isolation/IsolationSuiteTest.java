package io.doorstep.tenancy.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.platform.Secret;
import io.doorstep.platform.database.DatabaseRole;
import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.platform.database.Migration;
import io.doorstep.platform.database.SealKey;
import io.doorstep.tenancy.Sealing;
import io.doorstep.testing.TestDatabase;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class IsolationSuiteTest {

    @Test
    void nothing_leaks_from_the_migrated_schema_and_every_attack_was_tried() {
        var report =
                new IsolationSuite(TestDatabase.fresh(), new Sealing(null, true)).verify(IsolationSuite.Options.CORE);

        report.print(new PrintWriter(System.out, true));
        assertThat(report.leaks()).isEmpty();
        assertThat(report.findings()).extracting(Finding::attack).contains(Attack.values());
        assertThat(report.took()).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void nothing_of_the_probe_is_left_behind() {
        var settings = TestDatabase.fresh();
        new IsolationSuite(settings).verify(new IsolationSuite.Options(2, 30));

        var admin = JdbcClient.create(settings.admin());
        assertThat(admin.sql("select count(*) from tenant_directory")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(admin.sql("select count(*) from app_user").query(Long.class).single())
                .isZero();
        for (var table : Table.readAll(admin)) {
            assertThat(admin.sql("select count(*) from " + table.name())
                            .query(Long.class)
                            .single())
                    .as(table.name())
                    .isZero();
        }
    }

    @Test
    void a_new_table_is_attacked_without_a_line_of_test() throws SQLException {
        var settings = TestDatabase.fresh();
        var admin = JdbcClient.create(settings.admin());
        admin.sql("""
                set role doorstep_owner;
                create table showing (
                    tenant_id uuid not null,
                    id uuid not null,
                    lead_id uuid not null,
                    rating int not null check (rating between 3 and 5),
                    mood text not null check (mood in ('GLAD', 'SAD')),
                    why text,
                    primary key (tenant_id, id),
                    unique (tenant_id, lead_id),
                    foreign key (tenant_id, lead_id) references lead (tenant_id, id),
                    check ((mood = 'SAD') = (why is not null))
                );
                call isolate('showing', 'select, insert, update, delete')
                """).update();

        var findings = attacksOn("showing", settings);

        assertThat(findings).noneMatch(finding -> finding.verdict() instanceof Finding.Verdict.Leaked);
        assertThat(findings)
                .filteredOn(finding -> finding.subject().startsWith("showing"))
                .extracting(Finding::attack)
                .contains(Attack.FOREIGN_ROW, Attack.FOREIGN_PARENT, Attack.KEY_ORACLE, Attack.STALE_PLAN);
    }

    @Test
    void nothing_leaks_where_contexts_are_sealed_and_then_not_even_smuggled_sql_names_another_agency() {
        var key = new SealKey(new Secret("a secret for tests only, of enough length"));
        var settings = TestDatabase.fresh();
        new Migration(settings, key).run();

        var report = new IsolationSuite(settings, new Sealing(key, true)).verify(new IsolationSuite.Options(2, 60));

        assertThat(report.leaks()).isEmpty();
        assertThat(report.concessions()).isEmpty();
    }

    /** Of one table only, and what the catalog says of all. */
    static List<Finding> attacksOn(String table, DatabaseSettings settings) throws SQLException {
        try (var agencies = ProbeAgencies.open(settings.admin());
                var connection = settings.as(DatabaseRole.APP).getConnection()) {
            connection.setAutoCommit(false);
            var findings = new ArrayList<>(
                    IsolationSuite.catalog(JdbcClient.create(new SingleConnectionDataSource(connection, true))));
            findings.addAll(IsolationSuite.direct(connection, new Probe(connection), agencies, 4, table::equals));
            connection.rollback();
            return findings;
        }
    }

    @Test
    void the_attacks_refuse_to_run_as_anybody_else() {
        var settings = TestDatabase.shared();
        var suite = new IsolationSuite(settings.admin(), settings.as(DatabaseRole.WORKER), Sealing.NONE);

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> suite.verify(IsolationSuite.Options.CORE)))
                .hasMessageContaining("must run as doorstep_app");
    }
}
