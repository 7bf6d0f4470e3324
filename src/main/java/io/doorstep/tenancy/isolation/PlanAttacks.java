package io.doorstep.tenancy.isolation;

import io.doorstep.tenancy.isolation.Probe.Result.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Two agencies in turn on one session, through everything that could remember the first: prepared generic plans, parallel workers, compiled
 * plans, cursors, materialized subqueries, cached plans of PL/pgSQL. Each must ask for the tenant anew.
 */
final class PlanAttacks {

    private static final int TURNS = 4;

    private final Probe probe;
    private final ProbeAgencies agencies;
    private final int planRounds;
    private final List<Finding> findings = new ArrayList<>();

    PlanAttacks(Probe probe, ProbeAgencies agencies, int planRounds) {
        this.probe = probe;
        this.agencies = agencies;
        this.planRounds = planRounds;
    }

    List<Finding> on(Table table) {
        stalePlan(table);
        var name = table.name();
        inTurn(table, "parallel", parallel(probe), tenant -> strangers(name, tenant));
        inTurn(
                table,
                "compiled",
                List.of("set local jit = on", "set local jit_above_cost = 0"),
                tenant -> strangers(name, tenant));
        inTurn(
                table,
                "materialized CTE",
                List.of(),
                tenant -> "with seen as materialized (select tenant_id from " + name
                        + ") select count(*) from seen where tenant_id <> '" + tenant + "'");
        inTurn(
                table,
                "correlated subquery",
                List.of(),
                tenant -> "select count(*) from (values (1), (2)) turn (n) where exists (select from " + name
                        + " where tenant_id <> '" + tenant + "' and n > 0)");
        cursor(table);
        cachedPlan(table);
        probe.enter(agencies.attacker());
        return findings;
    }

    /** A prepared statement keeps its generic plan; the tenant must not be part of it. */
    private void stalePlan(Table table) {
        var mine = rowsOf(table, agencies.attacker());
        var theirs = rowsOf(table, agencies.victim());
        var wrong = probe.undone(() -> {
            probe.must("set local plan_cache_mode = force_generic_plan");
            probe.must("prepare isolation_probe as select count(*), count(*) filter (where tenant_id <> $1::uuid) from "
                    + table.name());
            var misses = 0;
            for (var round = 0; round < planRounds; round++) {
                var tenant = tenant(round);
                probe.enter(tenant);
                var expected = (tenant.equals(agencies.attacker()) ? mine : theirs) + ",0";
                if (!probe.answer("execute isolation_probe ('" + tenant + "')")
                        .text()
                        .equals(expected)) {
                    misses++;
                }
            }
            return misses;
        });
        // A prepared statement outlives the savepoint.
        probe.must("deallocate isolation_probe");
        probe.enter(agencies.attacker());
        findings.add(Finding.of(
                        Attack.STALE_PLAN,
                        table.name(),
                        wrong == 0,
                        wrong + " of " + planRounds + " rounds answered for another agency")
                .by("set local plan_cache_mode = force_generic_plan; prepare p as select count(*) from " + table.name()
                        + "; execute p, " + planRounds + " times, for two agencies in turn"));
    }

    private void inTurn(Table table, String how, List<String> settings, Function<UUID, String> query) {
        var wrong = probe.undone(() -> {
            settings.forEach(probe::must);
            var misses = 0;
            for (var turn = 0; turn < TURNS; turn++) {
                probe.enter(tenant(turn));
                if (!(probe.attempt(query.apply(tenant(turn))) instanceof Rows(var foreign) && foreign == 0)) {
                    misses++;
                }
            }
            return misses;
        });
        found(
                table,
                how,
                wrong,
                String.join("; ", settings) + (settings.isEmpty() ? "" : "; ") + query.apply(agencies.attacker()));
    }

    private void cursor(Table table) {
        var declared = new StringBuilder();
        var wrong = 0;
        for (var turn = 0; turn < TURNS; turn++) {
            var tenant = tenant(turn);
            var held = probe.undone(() -> {
                probe.enter(tenant);
                var statement = "declare isolation_cursor cursor for " + strangers(table.name(), tenant);
                declared.replace(0, declared.length(), statement + "; fetch 1 from isolation_cursor");
                probe.must(statement);
                return probe.attempt("fetch 1 from isolation_cursor");
            });
            wrong += held instanceof Rows(var foreign) && foreign == 0 ? 0 : 1;
        }
        found(table, "cursor", wrong, declared.toString());
    }

    /** Within one block PL/pgSQL plans the query once and keeps a generic plan from the sixth round on. */
    private void cachedPlan(Table table) {
        var block = """
                do $block$
                declare
                    me uuid;
                    strangers bigint;
                begin
                    for turn in 1..12 loop
                        if turn %% 2 = 0 then
                            %s;
                            me := '%s';
                        else
                            %s;
                            me := '%s';
                        end if;
                        select count(*) into strangers from %s where tenant_id <> me;
                        if strangers > 0 then raise exception 'met %% strangers', strangers; end if;
                    end loop;
                end
                $block$""".formatted(
                        probe.entry(agencies.attacker()),
                        agencies.attacker(),
                        probe.entry(agencies.victim()),
                        agencies.victim(),
                        table.name());
        var result = probe.undone(() -> probe.attempt(block));
        found(table, "PL/pgSQL", result instanceof Rows ? 0 : 1, block);
    }

    private void found(Table table, String how, int wrong, String statement) {
        findings.add(Finding.of(
                        Attack.OTHER_EXECUTION,
                        table.name() + " " + how,
                        wrong == 0,
                        wrong + " turns met another agency's rows or failed")
                .by(statement));
    }

    /** Forces a worker on any plan that may have one; the setting was renamed in PostgreSQL 16. */
    static List<String> parallel(Probe probe) {
        var force = probe.attempt("select count(*) from pg_settings where name = 'debug_parallel_query'")
                        instanceof Rows(var known)
                && known == 1;
        return List.of(
                "set local " + (force ? "debug_parallel_query" : "force_parallel_mode") + " = on",
                "set local parallel_setup_cost = 0",
                "set local parallel_tuple_cost = 0",
                "set local min_parallel_table_scan_size = 0",
                "set local max_parallel_workers_per_gather = 2");
    }

    private static String strangers(String table, UUID tenant) {
        return "select count(*) from " + table + " where tenant_id <> '" + tenant + "'";
    }

    private UUID tenant(int turn) {
        return turn % 2 == 0 ? agencies.attacker() : agencies.victim();
    }

    /** As many as the tenant made there; a trigger may have added some. */
    private long rowsOf(Table table, UUID tenant) {
        probe.enter(tenant);
        return probe.attempt("select count(*) from " + table.name() + " where tenant_id = '" + tenant + "'")
                        instanceof Rows(var count)
                ? count
                : -1;
    }
}
