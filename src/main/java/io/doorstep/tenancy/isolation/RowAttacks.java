package io.doorstep.tenancy.isolation;

import io.doorstep.tenancy.isolation.Probe.Result.Refused;
import io.doorstep.tenancy.isolation.Probe.Result.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Plain SQL of one agency on the rows of another, for one table. Every statement is undone. */
final class RowAttacks {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String HAS_CHILDREN = "23503";

    private final Probe probe;
    private final ProbeAgencies agencies;
    private final Scenery scenery;
    private final List<Finding> findings = new ArrayList<>();

    RowAttacks(Probe probe, ProbeAgencies agencies, Scenery scenery) {
        this.probe = probe;
        this.agencies = agencies;
        this.scenery = scenery;
    }

    List<Finding> on(Table table) {
        var row = scenery.victimRow(table);
        withoutTenant(table);
        probe.enter(agencies.attacker());
        foreignRow(table, row);
        unharmed(table);
        smuggled(table);
        sideDoors(table);
        return findings;
    }

    private void withoutTenant(Table table) {
        probe.enter(null);
        expectNothing(Attack.NO_TENANT_SET, table, "select, empty tenant", "select count(*) from " + table.name());
        expectNothing(
                Attack.NO_TENANT_SET,
                table,
                "update, empty tenant",
                "update " + table.name() + " set tenant_id = tenant_id");
        expectNothing(Attack.NO_TENANT_SET, table, "delete, empty tenant", "delete from " + table.name());
        expectRefusal(Attack.NO_TENANT_SET, table, "insert, empty tenant", agencies.victim());
        // The column's default is the transaction's tenant, so an insert that doesn't name it has none.
        var unnamed = probe.undone(() -> probe.attempt("insert into " + table.name() + " default values"));
        findings.add(Finding.of(
                Attack.NO_TENANT_SET,
                table.name() + " insert, nothing named",
                unnamed instanceof Refused,
                "was taken"));
        probe.enter(ProbeAgencies.nobody());
        expectNothing(Attack.NO_TENANT_SET, table, "select, unknown tenant", "select count(*) from " + table.name());
        var malformed = probe.undone(() -> {
            probe.must("set local app.tenant_id = 'not-a-uuid'");
            return probe.attempt("select count(*) from " + table.name());
        });
        findings.add(Finding.of(
                Attack.NO_TENANT_SET,
                table.name() + " select, malformed tenant",
                malformed instanceof Refused,
                "answered " + malformed));
    }

    private void foreignRow(Table table, Map<String, String> row) {
        var name = table.name();
        var theirs = "tenant_id = '" + agencies.victim() + "'";
        var key = table.keyWithinTenant();
        var byKey = key.isEmpty()
                ? theirs
                : String.join(
                                " and ",
                                key.stream()
                                        .map(column -> column + " = cast('"
                                                + row.getOrDefault(column, "").replace("'", "''") + "' as "
                                                + table.column(column).type() + ")")
                                        .toList())
                        + " and " + theirs;
        for (var where : List.of(theirs, byKey)) {
            foreign(table, "select", "select count(*) from " + name + " where " + where);
            foreign(
                    table,
                    "select for update",
                    "select count(*) from (select from " + name + " where " + where + " for update) locked");
            foreign(
                    table,
                    "select for share",
                    "select count(*) from (select from " + name + " where " + where + " for share) locked");
            foreign(table, "update", "update " + name + " set tenant_id = tenant_id where " + where);
            foreign(
                    table,
                    "update returning",
                    "with changed as (update " + name + " set tenant_id = tenant_id where " + where
                            + " returning 1) select count(*) from changed");
            foreign(table, "delete", "delete from " + name + " where " + where);
            foreign(
                    table,
                    "delete returning",
                    "with gone as (delete from " + name + " where " + where
                            + " returning 1) select count(*) from gone");
            foreign(
                    table,
                    "merge update",
                    "merge into " + name + " using (select 1) one on " + where
                            + " when matched then update set tenant_id = " + name + ".tenant_id");
            foreign(
                    table,
                    "merge delete",
                    "merge into " + name + " using (select 1) one on " + where + " when matched then delete");
            foreign(table, "exists", "select exists (select from " + name + " where " + where + ")::int");
        }
        foreign(
                table,
                "select all",
                "select count(*) from " + name + " where tenant_id <> '" + agencies.attacker() + "'");
        foreign(
                table,
                "update all",
                "with changed as (update " + name
                        + " set tenant_id = tenant_id returning tenant_id) select count(*) from changed where tenant_id <> '"
                        + agencies.attacker() + "'");
        foreign(
                table,
                "delete all",
                "with gone as (delete from " + name
                        + " returning tenant_id) select count(*) from gone where tenant_id <> '" + agencies.attacker()
                        + "'");
        for (var what : List.of(name, "(select * from " + name + ")")) {
            var copied = probe.copyOut(what);
            findings.add(Finding.of(
                            Attack.FOREIGN_ROW,
                            name + " copy " + (what.equals(name) ? "table" : "query"),
                            !Sentinel.names(copied, agencies.victim(), agencies.twin()),
                            "copied another agency's row")
                    .by("copy " + what + " to stdout"));
        }
    }

    private void smuggled(Table table) {
        for (var tenant : List.of(agencies.victim(), ProbeAgencies.nobody())) {
            expectRefusal(
                    Attack.SMUGGLED_TENANT,
                    table,
                    tenant.equals(agencies.victim()) ? "insert for the victim" : "insert for nobody",
                    tenant);
        }
        for (var tenant : List.of(agencies.victim(), ProbeAgencies.nobody())) {
            expectDenial(
                    Attack.SMUGGLED_TENANT,
                    table.name() + " move a row away",
                    "update " + table.name() + " set tenant_id = '" + tenant + "'");
        }
    }

    private void sideDoors(Table table) {
        var toast = probe.attempt(
                "select oid::bigint from pg_class where oid = '" + table.name() + "'::regclass and reltoastrelid <> 0");
        if (toast instanceof Rows(var oid) && oid > 0) {
            expectDenial(Attack.SIDE_DOOR, table.name() + " toast", "select count(*) from pg_toast.pg_toast_" + oid);
        }
        for (var part : probe.answer(
                        "select quote_ident(relname) from pg_class where oid in (select inhrelid from pg_inherits where inhparent = '"
                                + table.name() + "'::regclass)")
                .text()
                .lines()
                .toList()) {
            var read = "select count(*) from " + part + " where tenant_id <> '" + agencies.attacker() + "'";
            var result = probe.undone(() -> probe.attempt(read));
            findings.add(Finding.of(
                            Attack.SIDE_DOOR,
                            part + " read directly",
                            result instanceof Refused || result instanceof Rows(var count) && count == 0,
                            "a part of " + table.name() + " gave what the whole refuses: " + result)
                    .by(read));
        }
        for (var statement : List.of(
                "truncate " + table.name(),
                "alter table " + table.name() + " disable row level security",
                "alter table " + table.name() + " no force row level security",
                "drop policy tenant on " + table.name(),
                "create policy mine on " + table.name() + " using (true)",
                "copy " + table.name() + " to program 'cat'")) {
            expectDenial(Attack.LIFTED_SECURITY, statement, statement);
        }
        probe.undone(() -> {
            probe.must("set local row_security = off");
            expectDenial(
                    Attack.LIFTED_SECURITY,
                    table.name() + " with row_security = off",
                    "select count(*) from " + table.name());
            return true;
        });
    }

    private void foreign(Table table, String what, String statement) {
        expectNothing(Attack.FOREIGN_ROW, table, what, statement);
    }

    /** After everything that the attacker may write without a condition, the victim's rows are what they were. */
    private void unharmed(Table table) {
        var checksum = "select hashtextextended(coalesce(string_agg(row::text, '' order by row::text), ''), 0) from "
                + table.name() + " row where tenant_id = '" + agencies.victim() + "'";
        probe.enter(agencies.victim());
        var before = probe.attempt(checksum);
        var after = probe.undone(() -> {
            probe.enter(agencies.attacker());
            probe.attempt("update " + table.name() + " set tenant_id = tenant_id");
            probe.attempt("delete from " + table.name());
            probe.enter(agencies.victim());
            return probe.attempt(checksum);
        });
        probe.enter(agencies.attacker());
        findings.add(Finding.of(
                Attack.FOREIGN_ROW,
                table.name() + " checksum",
                before instanceof Rows && before.equals(after),
                "the victim's rows changed"));
    }

    private void expectNothing(Attack attack, Table table, String what, String statement) {
        var result = probe.undone(() -> probe.attempt(statement));
        var held = switch (result) {
            case Rows(var count) -> count == 0;
            // Deleting one's own parents is refused by their children: the statement was judged by the policy before.
            case Refused refused -> refused.with(INSUFFICIENT_PRIVILEGE, HAS_CHILDREN);
        };
        findings.add(Finding.of(attack, table.name() + " " + what, held, "reached " + result)
                .by(statement));
    }

    private void expectDenial(Attack attack, String subject, String statement) {
        var result = probe.undone(() -> probe.attempt(statement));
        findings.add(Finding.of(
                        attack,
                        subject,
                        result instanceof Refused refused && refused.with(INSUFFICIENT_PRIVILEGE),
                        "ended with " + result)
                .by(statement));
    }

    private void expectRefusal(Attack attack, Table table, String what, UUID tenant) {
        var refusal = scenery.smuggle(table, tenant);
        findings.add(Finding.of(attack, table.name() + " " + what, refusal != null, "was taken"));
        if (refusal != null && !refusal.reason().state().equals(INSUFFICIENT_PRIVILEGE)) {
            findings.add(Finding.of(
                    attack,
                    table.name() + " " + what,
                    false,
                    "refused, but not by the policy: " + refusal.reason().message()));
        }
    }
}
