package io.doorstep.tenancy.isolation;

import io.doorstep.tenancy.isolation.Probe.Result.Refused;
import io.doorstep.tenancy.isolation.Probe.Result.Rows;
import java.util.ArrayList;
import java.util.List;

/** What a session of {@code doorstep_app} could try to become, to make, or to leave behind. */
final class SessionAttacks {

    private static final List<String> FORBIDDEN = List.of(
            "set local role doorstep_owner",
            "set local role doorstep_gate",
            "set local role doorstep_worker",
            "set local role postgres",
            "set local session authorization doorstep_owner",
            "alter role doorstep_app bypassrls",
            "alter role doorstep_app superuser",
            "create role isolation_probe",
            "create table isolation_probe (id int)",
            "create temporary table isolation_probe (id int)",
            "create view public.isolation_probe as select 1",
            "create function public.isolation_probe() returns int language sql as 'select 1'",
            "create schema isolation_probe",
            "create extension dblink",
            "copy (select 1) to '/tmp/isolation_probe'",
            "copy (select 1) to program 'cat'",
            "alter role doorstep_app set app.tenant_id = '00000000-0000-0000-0000-000000000000'",
            "select count(*) from pg_authid",
            "select count(*) from pg_statistic",
            "select lo_create(0)",
            "select pg_read_file('PG_VERSION')");

    private final Probe probe;
    private final ProbeAgencies agencies;

    SessionAttacks(Probe probe, ProbeAgencies agencies) {
        this.probe = probe;
        this.agencies = agencies;
    }

    List<Finding> run(List<Table> tables) {
        var findings = new ArrayList<Finding>();
        for (var statement : FORBIDDEN) {
            var result = probe.undone(() -> probe.attempt(statement));
            // 42704: the role that a hosted server does not have; 0A000 and 58P01: the extension is not installed at
            // all.
            var held = result instanceof Refused refused && refused.with("42501", "42704", "22023", "0A000", "58P01");
            findings.add(Finding.of(Attack.LIFTED_SECURITY, statement, held, "ended with " + result));
        }
        for (var global : Reviewed.GLOBAL_TABLES.keySet()) {
            var result = probe.undone(() -> probe.attempt("select count(*) from " + global));
            findings.add(Finding.of(
                    Attack.FOREIGN_ROW,
                    global + " select",
                    result instanceof Refused,
                    "doorstep_app read a global table"));
        }
        for (var table : tables) {
            findings.add(nested(table));
        }
        return findings;
    }

    /** Rolled back to a savepoint, the transaction is the former tenant's again. */
    private Finding nested(Table table) {
        probe.enter(agencies.attacker());
        probe.undone(() -> {
            probe.enter(agencies.victim());
            return probe.attempt("select count(*) from " + table.name());
        });
        var foreign = probe.attempt(
                "select count(*) from " + table.name() + " where tenant_id <> '" + agencies.attacker() + "'");
        return Finding.of(
                Attack.NESTED_TENANT,
                table.name(),
                foreign instanceof Rows(var count) && count == 0,
                "after the savepoint: " + foreign);
    }
}
