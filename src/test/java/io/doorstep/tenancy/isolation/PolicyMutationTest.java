package io.doorstep.tenancy.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.tenancy.isolation.IsolationSuite.Part;
import io.doorstep.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The suite must go red for every way to break isolation, on every table: a suite that cannot go red proves nothing. Each mutant is DDL in
 * a transaction that is rolled back, looked at as {@code doorstep_app} in the same session.
 */
class PolicyMutationTest {

    private static final DatabaseSettings SETTINGS = TestDatabase.fresh();
    private static final List<Table> TABLES = Table.readAll(JdbcClient.create(SETTINGS.admin()));

    /**
     * @param kind of mistake, for the report
     * @param by the attacks that must all see it, whatever others do
     * @param ddl of the broken schema, with the table's name for each %1$s and its key without the tenant for each %2$s
     * @param administrator whether it takes more than the owner of the schema
     */
    private record Mutation(String kind, String name, Set<Attack> by, String ddl, boolean administrator) {

        Mutation(String name, Attack by, String ddl) {
            this(name, name, Set.of(by), ddl, false);
        }

        static Mutation byAdministrator(String name, Attack by, String ddl) {
            return new Mutation(name, name, Set.of(by), ddl, true);
        }
    }

    private static final String TENANT = "current_tenant()";

    /** Looks like the template, but the app decides about the column, and so for whom a row is. */
    private static final String ON_ANOTHER_COLUMN = "alter table %1$s add column agency uuid default " + TENANT + "; "
            + policy("using (agency = (select " + TENANT + ")) with check (agency = (select " + TENANT + "))");

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
            Mutation.byAdministrator("published", Attack.BACK_DOOR, "create publication leak for table %1$s"),
            Mutation.byAdministrator(
                    "owned by the app", Attack.POWERFUL_ROLE, "alter table %1$s owner to doorstep_app"),
            new Mutation(
                    "a definer function",
                    Attack.DEFINER_FUNCTION,
                    "create function peek() returns bigint language sql security definer as 'select count(*) from %1$s'"),
            new Mutation("policy on another column", Attack.OTHER_POLICY, ON_ANOTHER_COLUMN),
            new Mutation("an expression that may look at rows", Attack.OTHER_PATH, """
                    create function peek(uuid) returns bigint language sql immutable as 'select 1::bigint';
                    alter table %1$s add column peeked bigint generated always as (peek(tenant_id)) stored"""),
            Mutation.byAdministrator(
                    "a function marked leakproof",
                    Attack.LEAKY_FUNCTION,
                    "create function peek(%1$s) returns boolean language sql leakproof as 'select true'"));

    /** Broken in deed, so that the attacks must find them without the catalog's word. */
    private static final List<Mutation> SEEN_IN_DEED = List.of(
            new Mutation(
                    "row level security off",
                    "row level security off",
                    Set.of(
                            Attack.NO_TENANT_SET,
                            Attack.FOREIGN_ROW,
                            Attack.SMUGGLED_TENANT,
                            Attack.OTHER_PATH,
                            Attack.LEAKY_FUNCTION,
                            Attack.STALE_PLAN,
                            Attack.OTHER_EXECUTION,
                            Attack.NESTED_TENANT,
                            Attack.INJECTION),
                    "alter table %1$s disable row level security",
                    false),
            new Mutation("using (true)", Attack.FOREIGN_ROW, "alter policy tenant on %1$s using (true)"),
            new Mutation("with check (true)", Attack.SMUGGLED_TENANT, "alter policy tenant on %1$s with check (true)"),
            new Mutation("policy on a constant", Attack.FOREIGN_ROW, policy("using (tenant_id is not null)")),
            new Mutation("policy on another column", Attack.SMUGGLED_TENANT, ON_ANOTHER_COLUMN),
            new Mutation(
                    "open without tenant",
                    Attack.NO_TENANT_SET,
                    "alter policy tenant on %1$s using (tenant_id = (select " + TENANT + ") or (select " + TENANT
                            + ") is null)"),
            new Mutation(
                    "an immutable helper",
                    "an immutable helper",
                    Set.of(Attack.STALE_PLAN, Attack.OTHER_EXECUTION),
                    """
                    create function who() returns uuid language plpgsql immutable as $f$ begin return nullif(current_setting('app.tenant_id', true), '')::uuid; end $f$;
                    grant execute on function who() to doorstep_app;
                    """ + policy("using (tenant_id = who()) with check (tenant_id = (select " + TENANT + "))"),
                    false),
            Mutation.byAdministrator(
                    "owned by the app", Attack.LIFTED_SECURITY, "alter table %1$s owner to doorstep_app"),
            Mutation.byAdministrator(
                    "a view of the administrator's",
                    Attack.OTHER_PATH,
                    "create view all_of_it as select * from %1$s; grant select on all_of_it to doorstep_app"),
            Mutation.byAdministrator("a definer function", Attack.OTHER_PATH, """
                    create function peek(uuid) returns setof text language sql security definer as 'select it::text from %1$s it where tenant_id = $1';
                    grant execute on function peek(uuid) to doorstep_app"""),
            Mutation.byAdministrator(
                    "keys between tables not enforced", Attack.FOREIGN_PARENT, "alter table %1$s disable trigger all"));

    /** Must be there before the scenery is: it shows, or would not fit, when rows are made. */
    private static final List<Mutation> BEFORE_THE_ROWS = List.of(
            Mutation.byAdministrator("a trigger that reaches across", Attack.OTHER_PATH, """
                    alter table %1$s add column touched int not null default 0;
                    create function touch() returns trigger language plpgsql security definer as $f$
                    begin
                        if pg_trigger_depth() = 1 then
                            update %1$s set touched = touched + 1 where tenant_id <> new.tenant_id;
                        end if;
                        return null;
                    end $f$;
                    create trigger touch after insert or update on %1$s for each row execute function touch()"""),
            new Mutation("unique without tenant", Attack.KEY_ORACLE, "create unique index on %1$s (%2$s)"),
            new Mutation(
                    "unique without tenant, met by an upsert",
                    Attack.FOREIGN_UPSERT,
                    "create unique index on %1$s (%2$s)"));

    private static final Path REPORT = Path.of("target", "isolation", "mutants.json");

    /** Killed and survived, per place and kind. */
    private final Map<String, int[]> tally = new LinkedHashMap<>();

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
    void every_mutant_of_every_table_is_killed() throws SQLException, IOException {
        var survivors = new ArrayList<String>();
        var db = JdbcClient.create(new SingleConnectionDataSource(admin, true));
        try (var agencies = ProbeAgencies.open(SETTINGS.admin())) {
            for (var table : tables()) {
                for (var mutation : BEFORE_THE_ROWS) {
                    if (applies(mutation, table)) {
                        survivors.addAll(judge(
                                "SQL",
                                mutation,
                                table,
                                () -> attacks(alone(table, agencies).build())));
                        admin.rollback();
                    }
                }
            }
            // One scenery for all the others: each mutant is made and undone behind a savepoint.
            var probe = new Probe(admin);
            become("doorstep_app");
            var scenery = new Scenery(probe, tables(), agencies, _ -> true);
            assertThat(leaks(scenery.build())).isEmpty();
            probe.must("set constraints all immediate");
            for (var mutation : SEEN_IN_THE_CATALOG) {
                survivors.addAll(judgeInTheCatalog(mutation, db));
            }
            for (var table : tables()) {
                for (var mutation : SEEN_IN_DEED) {
                    if (applies(mutation, table)) {
                        survivors.addAll(judge(
                                "SQL",
                                mutation,
                                table,
                                () -> redInDeed(db, probe, agencies, scenery, table, mutation)));
                    }
                }
            }
            admin.rollback();
        }
        report();
        assertThat(survivors).isEmpty();
    }

    private Scenery alone(Table table, ProbeAgencies agencies) {
        return new Scenery(
                new Probe(admin), Table.withParents(List.of(table), tables()), agencies, table.name()::equals);
    }

    private static Set<Attack> redInDeed(
            JdbcClient db, Probe probe, ProbeAgencies agencies, Scenery scenery, Table table, Mutation mutation) {
        if (mutation.by().contains(Attack.FOREIGN_PARENT)) {
            return attacks(scenery.adopted(table));
        }
        return attacks(mutation.by().stream()
                .map(PolicyMutationTest::partOf)
                .distinct()
                .flatMap(part -> IsolationSuite.attack(part, db, probe, agencies, scenery, 4, List.of(table)).stream())
                .toList());
    }

    private static Part partOf(Attack attack) {
        return switch (attack) {
            case STALE_PLAN, OTHER_EXECUTION -> Part.PLANS;
            case LEAKY_FUNCTION -> Part.LEAKY_FUNCTIONS;
            case NESTED_TENANT -> Part.SESSION;
            case OTHER_PATH -> Part.PATHS;
            case METADATA -> Part.METADATA;
            case INJECTION -> Part.INJECTION;
            default -> Part.ROWS;
        };
    }

    /** Where the finding names the table, all tables can be broken at once; each must be named. */
    private List<String> judgeInTheCatalog(Mutation mutation, JdbcClient db) throws SQLException {
        if (!mutation.by().equals(Set.of(Attack.OTHER_POLICY))) {
            var survivors = new ArrayList<String>();
            for (var table : tables()) {
                survivors.addAll(judge("catalog", mutation, table, () -> attacks(look(mutation, db))));
            }
            return survivors;
        }
        var before = admin.setSavepoint();
        become("doorstep_owner");
        for (var table : tables()) {
            execute(mutation.ddl().formatted(table.name()));
        }
        become("doorstep_app");
        var named = leaks(look(mutation, db)).stream().map(Finding::subject).collect(Collectors.toSet());
        admin.rollback(before);
        admin.releaseSavepoint(before);
        var survivors = tables().stream()
                .map(Table::name)
                .filter(name -> !named.contains(name))
                .toList();
        tally.put("catalog: " + mutation.kind(), new int[] {tables().size() - survivors.size(), survivors.size()});
        return survivors.stream()
                .map(name -> "catalog, " + name + ": " + mutation.name())
                .toList();
    }

    private static List<Finding> look(Mutation mutation, JdbcClient db) {
        return CatalogAttack.all().stream()
                .filter(attack -> mutation.by().contains(attack.attack()))
                .flatMap(attack -> attack.run(db).stream())
                .toList();
    }

    /** Makes the mutant, looks, undoes and counts it. @return the survivor's name, or nothing */
    private List<String> judge(String place, Mutation mutation, Table table, Supplier<Set<Attack>> look)
            throws SQLException {
        var before = admin.setSavepoint();
        Set<Attack> red;
        try {
            become(mutation.administrator() ? "postgres" : "doorstep_owner");
            execute(mutation.ddl().formatted(table.name(), String.join(", ", table.keyWithinTenant())));
            become("doorstep_app");
            red = look.get();
        } finally {
            admin.rollback(before);
            admin.releaseSavepoint(before);
        }
        var blind = new TreeSet<>(mutation.by());
        blind.removeAll(red);
        tally.computeIfAbsent(place + ": " + mutation.kind(), _ -> new int[2])[blind.isEmpty() ? 0 : 1]++;
        return blind.isEmpty()
                ? List.of()
                : List.of(place + ", " + table.name() + ": " + mutation.name() + " unseen by " + blind);
    }

    private void become(String role) throws SQLException {
        execute("set local session authorization default; set local session authorization " + role);
        if (role.equals("doorstep_app")) {
            IsolationSuite.requireAppRole(JdbcClient.create(new SingleConnectionDataSource(admin, true)));
        }
    }

    private void execute(String statements) throws SQLException {
        try (var statement = admin.createStatement()) {
            statement.execute(statements);
        }
    }

    /** A key is only missed where there is one that the attacker may choose. */
    private static boolean applies(Mutation mutation, Table table) {
        return switch (mutation.name()) {
            // A task's instance starts with its tenant, so two agencies' can't be the same.
            case "unique without tenant" ->
                !table.keyWithinTenant().isEmpty() && !table.name().equals("scheduled_tasks");
            case "unique without tenant, met by an upsert" ->
                !table.keyWithinTenant().isEmpty()
                        && table.keyWithinTenant().stream()
                                .allMatch(column -> table.column(column).type().equals("uuid")
                                        && table.foreignKeys().stream()
                                                .noneMatch(key -> key.columns().contains(column)));
            case "keys between tables not enforced" ->
                table.foreignKeys().stream()
                        .anyMatch(key -> key.columns().stream()
                                .anyMatch(column -> !column.equals("tenant_id")
                                        && table.has(column)
                                        && table.column(column).type().equals("uuid")));
            default -> true;
        };
    }

    /** Prints the table and writes it to target/isolation/mutants.json. */
    private void report() throws IOException {
        var killed = tally.values().stream().mapToInt(counts -> counts[0]).sum();
        var total =
                killed + tally.values().stream().mapToInt(counts -> counts[1]).sum();
        System.out.printf("%nMutants of %d tables, killed / total%n%n", tables().size());
        tally.forEach(
                (kind, counts) -> System.out.printf("  %-52s %4d / %4d%n", kind, counts[0], counts[0] + counts[1]));
        System.out.printf("%n  %-52s %4d / %4d%n", "all", killed, total);
        Files.createDirectories(REPORT.getParent());
        JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValue(
                        REPORT.toFile(),
                        Map.of(
                                "tables",
                                tables().size(),
                                "killed",
                                killed,
                                "total",
                                total,
                                "kinds",
                                tally.entrySet().stream()
                                        .map(entry -> Map.of(
                                                "kind",
                                                entry.getKey(),
                                                "killed",
                                                entry.getValue()[0],
                                                "total",
                                                entry.getValue()[0] + entry.getValue()[1]))
                                        .toList()));
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
            become("doorstep_owner");
            execute(ddl);
            become("doorstep_app");
            assertThat(leaks(IsolationSuite.catalog(JdbcClient.create(new SingleConnectionDataSource(admin, true)))))
                    .as(ddl)
                    .isNotEmpty();
            admin.rollback();
        }
    }

    @Test
    void without_a_mutation_both_parts_are_green() throws SQLException {
        try (var agencies = ProbeAgencies.open(SETTINGS.admin())) {
            become("doorstep_app");
            assertThat(leaks(IsolationSuite.catalog(JdbcClient.create(new SingleConnectionDataSource(admin, true)))))
                    .isEmpty();
            assertThat(leaks(IsolationSuite.direct(admin, new Probe(admin), agencies, 6, _ -> true)))
                    .isEmpty();
            admin.rollback();
        }
    }

    private static Set<Attack> attacks(List<Finding> findings) {
        return leaks(findings).stream().map(Finding::attack).collect(Collectors.toSet());
    }

    private static List<Finding> leaks(List<Finding> findings) {
        // This session was a superuser's before it became the app's, so it may become another's again.
        return findings.stream()
                .filter(finding -> finding.verdict() instanceof Finding.Verdict.Leaked)
                .filter(finding -> !finding.subject().matches("set local (role|session authorization) .*"))
                .toList();
    }

    /** As they were before any mutant: another connection would wait for the broken ones. */
    private static List<Table> tables() {
        return TABLES;
    }
}
