package io.doorstep.tenancy.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.platform.database.DatabaseRole;
import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the suite cannot try on somebody's production: functions of an attacker's own, statistics of committed rows, another query mode. */
class OtherPathsTest {

    private static final DatabaseSettings SETTINGS = TestDatabase.fresh();
    private static final JdbcClient ADMIN = JdbcClient.create(SETTINGS.admin());
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private static Connection connection;

    private final Probe probe = new Probe(connection);

    @BeforeAll
    static void each_agency_keeps_its_sentinel() throws SQLException {
        connection = SETTINGS.as(DatabaseRole.APP).getConnection();
        connection.setAutoCommit(false);
        for (var tenant : List.of(ONE, OTHER)) {
            var probe = new Probe(connection);
            probe.enter(tenant);
            probe.must("insert into idempotency (key, request_hash, body, created_at) select n::text, '', '"
                    + Sentinel.of(tenant) + "', now() from generate_series(1, 200) n");
            connection.commit();
        }
        ADMIN.sql("analyze idempotency").update();
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @Test
    void a_talking_function_however_cheap_is_never_asked_about_another_agencys_row() {
        whisper("cost 0.0000001");
        probe.enter(ONE);

        var answer = probe.answer("select count(*) from idempotency where whisper(body)");

        assertThat(answer.text()).contains(Sentinel.of(ONE)).doesNotContain(Sentinel.of(OTHER));
    }

    @Test
    void marked_leakproof_it_would_be_asked_and_the_catalog_says_so() throws SQLException {
        whisper("cost 0.0000001 leakproof");
        probe.enter(ONE);

        var answer = probe.answer("select count(*) from idempotency where whisper(body)");

        assertThat(answer.text()).contains(Sentinel.of(OTHER));
        assertThat(LeakyFunctionAttacks.LEAKPROOF.run(ADMIN))
                .allSatisfy(finding -> assertThat(finding.verdict()).isInstanceOf(Finding.Verdict.Leaked.class));
        connection.rollback();
        ADMIN.sql("drop function whisper(text)").update();
    }

    @Test
    void a_function_that_fails_says_nothing_of_another_agencys_row() {
        probe.enter(ONE);

        var answer = probe.answer("select count(*) from idempotency where body::int = 1");

        assertThat(answer.refused()).isTrue();
        assertThat(answer.text()).contains(Sentinel.of(ONE)).doesNotContain(Sentinel.of(OTHER));
    }

    @Test
    void statistics_of_committed_rows_are_there_but_not_for_the_app() {
        assertThat(ADMIN.sql(
                                "select most_common_vals::text from pg_stats where tablename = 'idempotency' and attname = 'body'")
                        .query(String.class)
                        .single())
                .contains(Sentinel.of(OTHER));

        probe.enter(ONE);
        assertThat(probe.answer("select count(*) from pg_stats where tablename = 'idempotency'")
                        .text())
                .isEqualTo("0");
        assertThat(probe.answer("select * from pg_statistic").refused()).isTrue();
    }

    @Test
    void another_sessions_statement_is_seen_without_its_parameters() throws SQLException {
        try (var neighbour = SETTINGS.as(DatabaseRole.APP).getConnection()) {
            neighbour.setAutoCommit(false);
            var theirs = new Probe(neighbour);
            theirs.enter(OTHER);
            theirs.answer("select count(*) from idempotency where body = ?", Sentinel.of(OTHER));
            probe.enter(ONE);

            assertThat(probe.answer("select * from pg_stat_activity where pid <> pg_backend_pid()")
                            .text())
                    .doesNotContain(Sentinel.of(OTHER));
            neighbour.rollback();
        }
    }

    @Test
    void a_parameter_stays_one_where_the_driver_writes_it_into_the_statement() throws SQLException {
        try (var simple =
                DriverManager.getConnection(SETTINGS.url() + "?preferQueryMode=simple", "doorstep_app", null)) {
            simple.setAutoCommit(false);
            var careless = new Probe(simple);
            careless.enter(ONE);
            for (var payload : InjectionAttacks.payloads(OTHER)) {
                careless.answer("select count(*) from idempotency where body = ?", payload);

                assertThat(careless.answer("select distinct body from idempotency")
                                .text())
                        .isEqualTo(Sentinel.of(ONE));
            }
            simple.rollback();
        }
    }

    @Test
    void a_cached_plan_of_a_function_asks_for_the_tenant_each_time() {
        ADMIN.sql("""
                create or replace function bodies() returns setof text language plpgsql stable as
                $$ begin return query select distinct body from idempotency; end $$;
                grant execute on function bodies() to doorstep_app
                """).update();
        probe.must("set local plan_cache_mode = force_generic_plan");

        for (var round = 0; round < 100; round++) {
            var tenant = round % 2 == 0 ? ONE : OTHER;
            probe.enter(tenant);
            assertThat(probe.answer("select * from bodies()").text()).isEqualTo(Sentinel.of(tenant));
        }
    }

    @Test
    void the_plans_of_the_attack_are_parallel_indeed() {
        probe.enter(ONE);
        PlanAttacks.parallel(probe).forEach(probe::must);

        assertThat(probe.answer("explain select count(*) from idempotency where tenant_id <> '" + ONE + "'")
                        .text())
                .contains("Gather");
    }

    @Test
    void a_partition_that_was_forgotten_is_seen_when_it_is_read_directly() throws SQLException {
        var settings = TestDatabase.fresh();
        JdbcClient.create(settings.admin()).sql("""
                set role doorstep_owner;
                create table showing (tenant_id uuid not null, id uuid not null, note text, primary key (tenant_id, id)) partition by hash (tenant_id);
                create table showing_0 partition of showing for values with (modulus 1, remainder 0);
                call isolate('showing', 'select, insert, update, delete');
                grant select on showing_0 to doorstep_app
                """).update();

        var leaks = IsolationSuiteTest.attacksOn("showing", settings).stream()
                .filter(finding -> finding.verdict() instanceof Finding.Verdict.Leaked)
                .toList();

        assertThat(leaks)
                .extracting(Finding::attack)
                .contains(Attack.ROW_SECURITY_OFF, Attack.OTHER_POLICY, Attack.SIDE_DOOR);
        assertThat(leaks).extracting(Finding::subject).anyMatch(subject -> subject.startsWith("showing_0 read"));
    }

    private static void whisper(String marks) {
        ADMIN.sql("""
                create or replace function whisper(word text) returns boolean language plpgsql %s as
                $$ begin raise notice 'heard %%', word; return true; end $$;
                grant execute on function whisper(text) to doorstep_app
                """.formatted(marks)).update();
    }
}
