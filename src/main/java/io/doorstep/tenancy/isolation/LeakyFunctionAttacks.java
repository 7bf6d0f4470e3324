package io.doorstep.tenancy.isolation;

import io.doorstep.tenancy.isolation.Probe.Result;
import io.doorstep.tenancy.isolation.Probe.Result.Rows;
import java.util.ArrayList;
import java.util.List;

/**
 * Conditions that fail on every row and would say in their message what stands in it: a cast, a division by zero. The policy must be
 * asked first, so an agency without rows sees no failure, and one with rows sees none when it asks for another's. Only functions that
 * are marked LEAKPROOF may go ahead of a policy; the catalog is asked for such of our own.
 */
final class LeakyFunctionAttacks {

    static final CatalogAttack LEAKPROOF = new CatalogAttack(Attack.LEAKY_FUNCTION, """
            select 'functions marked leakproof' as subject, 'are asked before the policy: ' || string_agg(f.oid::regprocedure::text, ', ') as problem
              from pg_proc f
             where f.proleakproof
               and f.pronamespace in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema$)')
            """);

    private final Probe probe;
    private final ProbeAgencies agencies;
    private final List<Finding> findings = new ArrayList<>();

    LeakyFunctionAttacks(Probe probe, ProbeAgencies agencies) {
        this.probe = probe;
        this.agencies = agencies;
    }

    List<Finding> on(Table table) {
        var name = table.name();
        var cast = "cast(cast(" + name + " as text) as int) = 0";
        var division = "1 / (0 * octet_length(cast(" + name + " as text))) = 1";
        probe.enter(ProbeAgencies.nobody());
        for (var condition : List.of(cast, division)) {
            silent(table, "select " + how(condition, cast), "select count(*) from " + name + " where " + condition);
            silent(
                    table,
                    "update " + how(condition, cast),
                    "update " + name + " set tenant_id = tenant_id where " + condition);
            silent(table, "delete " + how(condition, cast), "delete from " + name + " where " + condition);
        }
        silent(
                table,
                "select by a failing join",
                "select count(*) from (values (1)) one (n) join " + name + " on n = cast(cast(" + name
                        + " as text) as int)");
        probe.enter(agencies.attacker());
        silent(
                table,
                "select the victim's by a failing cast",
                "select count(*) from " + name + " where " + cast + " and tenant_id = '" + agencies.victim() + "'");
        return findings;
    }

    private static String how(String condition, String cast) {
        return condition.equals(cast) ? "by a failing cast" : "by a division by zero";
    }

    private void silent(Table table, String what, String statement) {
        Result result = probe.undone(() -> probe.attempt(statement));
        var denied = result instanceof Result.Refused refused && refused.with("42501");
        findings.add(Finding.of(
                        Attack.LEAKY_FUNCTION,
                        table.name() + " " + what,
                        denied || result instanceof Rows(var count) && count == 0,
                        "was asked about another agency's row: " + result)
                .by(statement));
    }
}
