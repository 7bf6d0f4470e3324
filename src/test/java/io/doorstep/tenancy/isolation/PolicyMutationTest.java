package io.doorstep.tenancy.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The suite must go red for every way to break isolation, on every table: a suite that cannot go red proves nothing. Each mutant is DDL in
 * a transaction that is rolled back, looked at as {@code doorstep_app} in the same session.
 */
class PolicyMutationTest {

    private static final DatabaseSettings SETTINGS = TestDatabase.fresh();

    /** @param by the attack that must see it, whatever else does @param ddl of the broken schema, with the table's name for each %s */
    private record Mutation(String name, Attack by, String ddl) {}

    private static final String TENANT = "current_tenant()";

    private static final List<Mutation> SEEN_IN_THE_CATALOG = List.of(
            new Mutation(
                    "row level security off", Attack.ROW_SECURITY_OFF, "alter table %1$s disable row level security"),
            new Mutation("not forced", Attack.ROW_SECURITY_OFF, "alter table %1$s no force row level security"),
            new Mutation("no policy", Attack.OTHER_POLICY, "drop policy tenant on %1$s"),
            new Mutation("using (true)", Attack.OTHER_POLICY, "alter policy tenant on %1$s using (true)"),
            new Mutation("with check (true)", Attack.OTHER_POLICY, "alter policy tenant on %1$s with check (true)"),
            new Mutation("no with check", Attack.OTHER_POLICY, policy("using (tenant_id = (select " + TENANT + "))")),
            new Mutation(
                    "a second policy", Attack.OTHER_POLICY, "create policy also on %1$s to doorstep_app using (true)"),
            new Mutation("a policy for everyone", Attack.OTHER_POLICY, "alter policy tenant on %1$s to public"),
            new Mutation(
                    "an or-ed admin branch",
                    Attack.OTHER_POLICY,
                    "alter policy tenant on %1$s using (tenant_id = (select " + TENANT
                            + ") or current_setting('app.admin', true) = 'on')"),
            new Mutation(
                    "an immutable helper",
                    Attack.UNSAFE_FUNCTION,
                    """
                    create function who() returns uuid language sql immutable as $f$ select nullif(current_setting('app.tenant_id', true), '')::uuid $f$;
                    grant execute on function who() to doorstep_app;
                    """ + policy("using (tenant_id = (select who())) with check (tenant_id = (select who()))")),
            new Mutation(
                    "null tenants",
                    Attack.NO_TENANT_COLUMN,
                    "alter table %1$s drop constraint if exists %1$s_pkey cascade; alter table %1$s alter column tenant_id drop not null"),
            new Mutation(
                    "unique without tenant",
                    Attack.KEY_WITHOUT_TENANT,
                    "alter table %1$s add column code int; create unique index on %1$s (code)"),
            new Mutation(
                    "index without tenant",
                    Attack.SHARD_RULE,
                    "alter table %1$s add column code int; create index on %1$s (code)"),
            new Mutation(
                    "a leaky operator",
                    Attack.UNSAFE_FUNCTION,
                    "alter table %1$s add column amount numeric; create index on %1$s (tenant_id, amount)"),
            new Mutation("foreign key without tenant", Attack.KEY_WITHOUT_TENANT, """
                    alter table %1$s add column their_tenant uuid, add column their_lead uuid;
                    alter table %1$s add foreign key (their_tenant, their_lead) references lead (tenant_id, id)"""),
            new Mutation(
                    "foreign key to a global table",
                    Attack.KEY_WITHOUT_TENANT,
                    "alter table %1$s add column person uuid references app_user (id)"),
            new Mutation(
                    "a view as its owner",
                    Attack.VIEW_AS_OWNER,
                    "create view all_%1$s as select * from %1$s; grant select on all_%1$s to doorstep_app"),
            new Mutation(
                    "a materialized view",
                    Attack.VIEW_AS_OWNER,
                    "create materialized view kept_%1$s as select * from %1$s"),
            new Mutation("a partition without policy", Attack.ROW_SECURITY_OFF, "create table part_%1$s (like %1$s)"),
            new Mutation("truncate", Attack.EXCESS_PRIVILEGE, "grant truncate on %1$s to doorstep_app"),
            new Mutation("references", Attack.EXCESS_PRIVILEGE, "grant references on %1$s to doorstep_app"),
            new Mutation(
                    "the gate reads business rows", Attack.EXCESS_PRIVILEGE, "grant select on %1$s to doorstep_gate"),
            new Mutation("public reads", Attack.BACK_DOOR, "grant select on %1$s to public"),
            new Mutation("public reads a column", Attack.BACK_DOOR, "grant select (tenant_id) on %1$s to public"),
            new Mutation("published", Attack.BACK_DOOR, "create publication leak for table %1$s"),
            new Mutation("owned by the app", Attack.POWERFUL_ROLE, "alter table %1$s owner to doorstep_app"),
            new Mutation(
                    "a definer function",
                    Attack.DEFINER_FUNCTION,
                    "create function peek() returns bigint language sql security definer as 'select count(*) from %1$s'"));

    /** Broken in deed, so that the attacks must find them without the catalog's word. */
    private static final List<Mutation> SEEN_IN_DEED = List.of(
            new Mutation("row level security off", Attack.FOREIGN_ROW, "alter table %1$s disable row level security"),
            new Mutation("using (true)", Attack.FOREIGN_ROW, "alter policy tenant on %1$s using (true)"),
            new Mutation("with check (true)", Attack.SMUGGLED_TENANT, "alter policy tenant on %1$s with check (true)"),
            new Mutation("policy on a constant", Attack.FOREIGN_ROW, policy("using (tenant_id is not null)")),
            new Mutation(
                    "open without tenant",
                    Attack.NO_TENANT_SET,
                    "alter policy tenant on %1$s using (tenant_id = (select " + TENANT + ") or (select " + TENANT
                            + ") is null)"),
            new Mutation(
                    "an immutable helper",
                    Attack.STALE_PLAN,
                    """
                    create function who() returns uuid language plpgsql immutable as $f$ begin return nullif(current_setting('app.tenant_id', true), '')::uuid; end $f$;
                    grant execute on function who() to doorstep_app;
                    """ + policy("using (tenant_id = who()) with check (tenant_id = (select " + TENANT + "))")));

    private static String policy(String body) {
        return "drop policy tenant on %1$s; create policy tenant on %1$s to doorstep_app " + body;
    }

    private final Connection admin;

    PolicyMutationTest() throws SQLException {
        admin = SETTINGS.admin().getConnection();
        admin.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        admin.close();
    }

    @Test
    void every_mutant_of_every_table_is_seen_in_the_catalog() throws SQLException {
        var survivors = new ArrayList<String>();
        var killed = 0;
        for (var table : tables()) {
            for (var mutation : SEEN_IN_THE_CATALOG) {
                var red = mutated(
                        mutation,
                        table,
                        connection -> CatalogAttack.ALL.stream()
                                .filter(attack -> attack.attack() == mutation.by())
                                .anyMatch(attack -> !leaks(attack.run(
                                                JdbcClient.create(new SingleConnectionDataSource(connection, true))))
                                        .isEmpty()));
                killed += red ? 1 : 0;
                if (!red) {
                    survivors.add(table + ": " + mutation.name());
                }
            }
        }
        System.out.println("catalog: " + killed + " mutants killed, " + survivors.size() + " survived");
        assertThat(survivors).isEmpty();
    }

    @Test
    void every_mutant_that_opens_a_table_is_found_by_plain_sql() throws SQLException {
        var survivors = new ArrayList<String>();
        var killed = 0;
        try (var agencies = ProbeAgencies.open(SETTINGS.admin())) {
            for (var table : tables()) {
                for (var mutation : SEEN_IN_DEED) {
                    var red = mutated(
                            mutation,
                            table,
                            connection -> leaks(IsolationSuite.direct(
                                            connection, new Probe(connection), agencies, 6, table::equals))
                                    .stream()
                                    .anyMatch(leak ->
                                            leak.attack() == mutation.by() || stalePlanOfTheDriver(mutation, leak)));
                    killed += red ? 1 : 0;
                    if (!red) {
                        survivors.add(table + ": " + mutation.name());
                    }
                }
            }
        }
        System.out.println("plain SQL: " + killed + " mutants killed, " + survivors.size() + " survived");
        assertThat(survivors).isEmpty();
    }

    @Test
    void every_mutant_of_the_question_for_the_tenant_is_seen_in_the_catalog() throws SQLException {
        for (var ddl : List.of(
                "alter function current_tenant() immutable",
                "alter function current_tenant() volatile",
                "alter function current_tenant() parallel unsafe",
                "create or replace function current_tenant() returns uuid language sql stable parallel safe return coalesce(nullif(current_setting('app.tenant_id', true), ''), '%1$s')::uuid"
                        .formatted(ProbeAgencies.nobody()),
                "create function current_tenant(of text) returns uuid language sql stable as 'select null::uuid'",
                "alter table lead alter column tenant_id set default gen_random_uuid()")) {
            var mutation = new Mutation(ddl, Attack.UNSAFE_FUNCTION, ddl);
            assertThat(mutated(
                            mutation,
                            "lead",
                            connection -> !leaks(IsolationSuite.catalog(
                                            JdbcClient.create(new SingleConnectionDataSource(connection, true))))
                                    .isEmpty()))
                    .as(ddl)
                    .isTrue();
        }
    }

    @Test
    void without_a_mutation_both_parts_are_green() throws SQLException {
        var none = new Mutation("none", Attack.FOREIGN_ROW, "select '%1$s'");
        try (var agencies = ProbeAgencies.open(SETTINGS.admin())) {
            for (var table : tables()) {
                mutated(none, table, connection -> {
                    assertThat(leaks(IsolationSuite.catalog(
                                    JdbcClient.create(new SingleConnectionDataSource(connection, true)))))
                            .isEmpty();
                    assertThat(leaks(IsolationSuite.direct(
                                    connection, new Probe(connection), agencies, 6, table::equals)))
                            .isEmpty();
                    return true;
                });
            }
        }
    }

    private boolean mutated(Mutation mutation, String table, Predicate<Connection> look) throws SQLException {
        try (var statement = admin.createStatement()) {
            // Publishing a table and giving it away take more than its owner.
            var asOwner = !List.of("published", "owned by the app").contains(mutation.name());
            statement.execute(asOwner ? "set local role doorstep_owner" : "set local role none");
            statement.execute(mutation.ddl().formatted(table));
            statement.execute("set local role none");
            statement.execute("set local session authorization doorstep_app");
            IsolationSuite.requireAppRole(JdbcClient.create(new SingleConnectionDataSource(admin, true)));
            return look.test(admin);
        } finally {
            admin.rollback();
        }
    }

    /** The driver prepares what is run often: then the stale plan shows already when a row is made, as the wrong tenant. */
    private static boolean stalePlanOfTheDriver(Mutation mutation, Finding leak) {
        return mutation.by() == Attack.STALE_PLAN
                && leak.verdict() instanceof Finding.Verdict.Leaked(var detail)
                && detail.startsWith(
                        "no row could be made to attack: ERROR: new row violates row-level security policy");
    }

    private static List<Finding> leaks(List<Finding> findings) {
        // This session was a superuser's before it became the app's, so it may become another's again.
        return findings.stream()
                .filter(finding -> finding.verdict() instanceof Finding.Verdict.Leaked)
                .filter(finding -> !finding.subject().matches("set local (role|session authorization) .*"))
                .toList();
    }

    private static List<String> tables() {
        return Table.readAll(JdbcClient.create(SETTINGS.admin())).stream()
                .map(Table::name)
                .toList();
    }
}
