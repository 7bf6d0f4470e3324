package io.doorstep.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.platform.Secret;
import io.doorstep.platform.database.DatabaseRole;
import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.platform.database.Migration;
import io.doorstep.platform.database.SealKey;
import io.doorstep.tenancy.isolation.IsolationSuite;
import io.doorstep.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With sealed contexts: SQL that somebody smuggled in can name another tenant, and gets nothing for it. */
class SealedContextTest {

    private static final SealKey KEY = key("the secret of this installation, of enough length");
    private static final DatabaseSettings SETTINGS = sealed();
    private static final UUID MINE = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    private static final UUID THEIRS = UUID.fromString("00000000-0000-7000-8000-00000000000b");

    Connection connection;

    @BeforeEach
    void two_agencies_with_a_listing_each() throws SQLException {
        connection = SETTINGS.as(DatabaseRole.APP).getConnection();
        connection.setAutoCommit(false);
        for (var tenant : new UUID[] {MINE, THEIRS}) {
            enter(tenant);
            run(
                    "insert into pipeline (id, kind, name, current_version, created_at) values (gen_random_uuid(), 'BUYER', 'x', 0, now())");
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void each_tenant_sees_its_own() throws SQLException {
        enter(MINE);
        assertThat(number("select count(*) from pipeline where tenant_id = '" + MINE + "'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from pipeline")).isEqualTo(1);
    }

    @Test
    void the_tenant_overwritten_by_smuggled_sql_is_refused_for_reading_and_writing() throws SQLException {
        enter(MINE);
        run("set local app.tenant_id = '" + THEIRS + "'");

        refused("select count(*) from pipeline");
        refused("update pipeline set name = 'y'");
        refused("delete from lead_term");
        refused(
                "insert into pipeline (id, kind, name, current_version, created_at) values (gen_random_uuid(), 'SELLER', 'x', 0, now())");
        refused("select current_tenant()");
    }

    @Test
    void a_seal_that_is_over_of_another_tenant_member_process_or_key_or_none_is_refused() throws SQLException {
        var pid = pid();
        var soon = System.currentTimeMillis() / 1000 + 60;
        var genuine = KEY.seal(MINE.toString(), soon, pid);
        for (var seal : new String[] {
            "",
            "x",
            "x".repeat(92),
            genuine.substring(0, 91),
            genuine.replace(genuine.substring(8, 18), "9999999999"),
            "%s%010d%s".formatted(genuine.substring(0, 18), 0, genuine.substring(28)),
            KEY.seal(MINE.toString(), soon - 120, pid),
            KEY.seal(THEIRS.toString(), soon, pid),
            KEY.seal(MINE.toString() + THEIRS, soon, pid),
            KEY.seal(MINE.toString(), soon, pid + 1),
            key("the secret of another installation, as long").seal(MINE.toString(), soon, pid)
        }) {
            run("set local app.tenant_id = '" + MINE + "'; set local app.seal = '" + seal + "'");
            refused("select count(*) from pipeline");
        }
        run("set local app.seal = '" + genuine + "'");
        assertThat(number("select count(*) from pipeline")).isEqualTo(1);
        run("set local app.member_id = '" + THEIRS + "'");
        refused("select count(*) from pipeline");
    }

    @Test
    void a_seal_for_any_process_serves_behind_a_pooler() throws SQLException {
        run(new Sealing(KEY, false).statement(connection, MINE, null));

        assertThat(number("select count(*) from pipeline")).isEqualTo(1);
    }

    @Test
    void no_login_of_the_application_reads_the_key() throws SQLException {
        for (var role : DatabaseRole.values()) {
            try (var session = SETTINGS.as(role).getConnection();
                    var statement = session.createStatement()) {
                assertThatThrownBy(() -> statement.execute("select * from seal_key"))
                        .as(role.login())
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void two_keys_are_good_while_the_secret_changes_and_a_third_retires_the_first() throws SQLException {
        var settings = TestDatabase.fresh();
        var keys = new SealKey[] {
            KEY, key("the second secret of the installation, ok"), key("the third secret of the installation, ok!")
        };
        for (var key : keys) {
            new Migration(settings, key).run();
        }

        assertThatThrownBy(() -> DatabaseReady.verify(settings, new Sealing(keys[0], true)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("refusing to start")
                .hasMessageContaining("DOORSTEP_SEALED_CONTEXT");
        for (var key : new SealKey[] {keys[1], keys[2]}) {
            assertThatCode(() -> DatabaseReady.verify(settings, new Sealing(key, true)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void sealing_is_switched_on_and_off_by_migrating() throws SQLException {
        var settings = TestDatabase.fresh();
        assertThat(DatabaseReady.verify(settings, new Sealing(KEY, true)).sealing())
                .isSameAs(Sealing.NONE);

        new Migration(settings, KEY).run();
        assertThat(DatabaseReady.verify(settings, new Sealing(KEY, true)).sealing())
                .isNotSameAs(Sealing.NONE);

        new Migration(settings).run();
        assertThat(DatabaseReady.verify(settings, new Sealing(KEY, true)).sealing())
                .isSameAs(Sealing.NONE);
    }

    @Test
    void parallel_workers_and_kept_plans_ask_the_same() throws SQLException {
        enter(MINE);
        run(
                "set local debug_parallel_query = on; set local min_parallel_table_scan_size = 0; set local parallel_setup_cost = 0;"
                        + " set local parallel_tuple_cost = 0; set local plan_cache_mode = force_generic_plan");
        run("prepare p as select count(*) from pipeline a, pipeline b");
        assertThat(number("execute p")).isEqualTo(1);
        enter(THEIRS);
        assertThat(number("execute p")).isEqualTo(1);
        run("set local app.tenant_id = '" + MINE + "'");
        refused("execute p");
        enter(MINE);
        run("deallocate p");
    }

    @Test
    void the_whole_isolation_suite_holds_on_a_sealed_database() {
        var report = new IsolationSuite(SETTINGS, new Sealing(KEY, true)).verify(new IsolationSuite.Options(2, 30));

        assertThat(report.leaks()).isEmpty();
    }

    /** A suite that cannot go red proves nothing. */
    @Test
    void the_suite_sees_a_question_that_no_longer_looks_at_the_seal() {
        for (var check : new String[] {"is not null"}) {
            var settings = TestDatabase.fresh();
            new Migration(settings, KEY).run();
            var admin = JdbcClient.create(settings.admin());
            var body = admin.sql("select prosrc from pg_proc where oid = 'current_tenant()'::regprocedure")
                    .query(String.class)
                    .single()
                    .replaceFirst("(?s)= sha256\\(decode\\(substr\\(seal, 29\\), 'hex'\\)\\)", check)
                    .replace("length(seal) = 92", "true")
                    .replaceFirst("(?s)\\n *and substr\\(seal, 9.*?pg_backend_pid\\(\\)\\)", "");
            admin.sql(
                            "create or replace function current_tenant() returns uuid language plpgsql stable parallel safe security definer"
                                    + " set search_path = pg_catalog, public, pg_temp as $f$" + body + "$f$")
                    .update();

            var report = new IsolationSuite(settings, new Sealing(KEY, true)).verify(new IsolationSuite.Options(2, 30));

            assertThat(report.leaks().toString()).contains("FORGED_SEAL", "UNSAFE_FUNCTION");
        }
    }

    private void enter(UUID tenant) throws SQLException {
        run(new Sealing(KEY, true).statement(connection, tenant, null));
    }

    private int pid() throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void refused(String sql) throws SQLException {
        var before = connection.setSavepoint();
        assertThatThrownBy(() -> run(sql)).as(sql).isInstanceOf(SQLException.class);
        connection.rollback(before);
    }

    private static SealKey key(String secret) {
        return new SealKey(new Secret(secret));
    }

    private static DatabaseSettings sealed() {
        var settings = TestDatabase.fresh();
        new Migration(settings, KEY).run();
        return settings;
    }
}
