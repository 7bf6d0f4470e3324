package io.doorstep.tenancy.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.platform.database.DatabaseRole;
import io.doorstep.testing.TestDatabase;
import java.io.PrintWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class IsolationSuiteTest {

    @Test
    void nothing_leaks_from_the_migrated_schema_and_every_attack_was_tried() {
        var report = new IsolationSuite(TestDatabase.fresh()).verify(IsolationSuite.Options.CORE);

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
    void a_new_table_is_attacked_without_a_line_of_test() {
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

        var report = new IsolationSuite(settings).verify(new IsolationSuite.Options(4, 30));

        assertThat(report.leaks()).isEmpty();
        assertThat(report.findings())
                .filteredOn(finding -> finding.subject().startsWith("showing"))
                .extracting(Finding::attack)
                .contains(Attack.FOREIGN_ROW, Attack.FOREIGN_PARENT, Attack.KEY_ORACLE, Attack.STALE_PLAN);
    }

    @Test
    void the_attacks_refuse_to_run_as_anybody_else() {
        var settings = TestDatabase.shared();
        var suite = new IsolationSuite(settings.admin(), settings.as(DatabaseRole.WORKER));

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> suite.verify(IsolationSuite.Options.CORE)))
                .hasMessageContaining("must run as doorstep_app");
    }
}
