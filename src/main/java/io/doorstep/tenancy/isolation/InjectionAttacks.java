package io.doorstep.tenancy.isolation;

import io.doorstep.tenancy.isolation.Probe.Result.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Text that would set the tenant if it were ever read as SQL, given as what it is in this application: a parameter. And, so that nobody
 * believes more than is true, SQL that really was injected.
 */
final class InjectionAttacks {

    private final Probe probe;
    private final ProbeAgencies agencies;

    InjectionAttacks(Probe probe, ProbeAgencies agencies) {
        this.probe = probe;
        this.agencies = agencies;
    }

    List<Finding> run(List<Table> tables) {
        var findings = new ArrayList<Finding>();
        for (var table : tables) {
            findings.add(byParameter(table));
        }
        if (!tables.isEmpty()) {
            findings.add(bySql(tables.getFirst()));
        }
        return findings;
    }

    private Finding byParameter(Table table) {
        var query = "select count(*) from " + table.name() + " row where cast(row as text) = ? and tenant_id <> '"
                + agencies.attacker() + "'";
        probe.enter(agencies.attacker());
        var changed = 0;
        for (var payload : payloads(agencies.victim())) {
            probe.undone(() -> probe.attempt(query, payload));
            if (!(probe.attempt("select count(*) from " + table.name() + " where tenant_id <> '" + agencies.attacker()
                                    + "'")
                            instanceof Rows(var foreign)
                    && foreign == 0)) {
                changed++;
            }
        }
        return Finding.of(
                        Attack.INJECTION,
                        table.name() + " by parameter",
                        changed == 0,
                        changed + " parameters changed the tenant")
                .by(query + " -- ? = " + payloads(agencies.victim()).getFirst());
    }

    /** Row level security trusts the setting; whoever may run any SQL may set it. A seal on the setting ends that. */
    private Finding bySql(Table table) {
        var statement = "set local app.tenant_id = '" + agencies.victim() + "'";
        var reached = probe.undone(() -> {
            probe.enter(agencies.attacker());
            probe.answer(statement);
            return probe.attempt(
                    "select count(*) from " + table.name() + " where tenant_id = '" + agencies.victim() + "'");
        });
        probe.enter(agencies.attacker());
        var subject = "SQL of an attacker's own";
        return (reached instanceof Rows(var count) && count > 0
                        ? Finding.conceded(
                                Attack.INJECTION,
                                subject,
                                "could name another agency, as long as the context is not sealed; no statement of Doorstep takes text as SQL")
                        : Finding.of(Attack.INJECTION, subject, true, ""))
                .by(statement);
    }

    static List<String> payloads(UUID victim) {
        var set = "set local app.tenant_id = '" + victim + "'";
        return List.of(
                "'; " + set + "; --",
                "\\'; " + set + "; --",
                "$$; " + set + "; --",
                "' || set_config('app.tenant_id', '" + victim + "', true) || '",
                "?; " + set,
                "x'); " + set + "; select ('",
                "\n" + set + ";\n");
    }
}
