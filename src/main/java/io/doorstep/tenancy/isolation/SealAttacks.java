package io.doorstep.tenancy.isolation;

import io.doorstep.tenancy.Sealing;
import io.doorstep.tenancy.isolation.Probe.Result.Refused;
import java.util.ArrayList;
import java.util.List;

/** Smuggled SQL that names another agency, or the seal of a transaction that has ended. Where contexts are not sealed, that is not tried: it would succeed. */
final class SealAttacks {

    private final Probe probe;
    private final ProbeAgencies agencies;
    private final Sealing sealing;

    SealAttacks(Probe probe, ProbeAgencies agencies, Sealing sealing) {
        this.probe = probe;
        this.agencies = agencies;
        this.sealing = sealing;
    }

    List<Finding> run(List<Table> tables) {
        if (!sealing.seals()) {
            return List.of(Finding.of(
                    Attack.FORGED_SEAL,
                    "not sealed here: only parameters keep SQL from naming another agency",
                    true,
                    ""));
        }
        var findings = new ArrayList<Finding>();
        for (var table : tables) {
            for (var smuggled : List.of(
                    "set local app.tenant_id = '" + agencies.victim() + "'",
                    "set local app.tenant_id = '" + agencies.victim() + "'; set local app.seal = ''",
                    "set local app.seal = '" + "0".repeat(92) + "'",
                    "set local app.member_id = '" + agencies.victim() + "'")) {
                probe.enter(agencies.attacker());
                probe.must(smuggled);
                for (var statement : List.of(
                        "select count(*) from " + table.name(),
                        "update " + table.name() + " set tenant_id = tenant_id",
                        "delete from " + table.name())) {
                    var result = probe.undone(() -> probe.attempt(statement));
                    findings.add(Finding.of(
                            Attack.FORGED_SEAL,
                            table.name() + " after " + smuggled.substring(0, 24),
                            result instanceof Refused refused && refused.with("42501"),
                            statement + " ended with " + result));
                }
                probe.must("set local app.member_id = ''");
            }
        }
        probe.enter(agencies.attacker());
        return findings;
    }
}
