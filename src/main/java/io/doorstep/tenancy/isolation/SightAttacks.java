package io.doorstep.tenancy.isolation;

import io.doorstep.tenancy.Sealing;
import io.doorstep.tenancy.isolation.Probe.Result.Refused;
import io.doorstep.tenancy.isolation.Probe.Result.Rows;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Inside one agency: plain SQL of a restricted agent on a colleague's lead and on everything that hangs on it. The rows are made as
 * {@code doorstep_app}, attacked as {@code doorstep_agent} in the same transaction, and rolled back by the caller; so the
 * connection is one that may become both: the administrator's.
 */
final class SightAttacks {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String HAS_CHILDREN = "23503";

    private final Connection connection;
    private final Probe probe;
    private final UUID tenant;
    private final RowMaker maker;
    private final Map<String, Map<String, String>> rows = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    SightAttacks(Connection connection, Sealing sealing, ProbeAgencies agencies) {
        this.connection = connection;
        this.probe = new Probe(connection, sealing);
        this.tenant = agencies.attacker();
        this.maker = new RowMaker(probe, agencies.user());
    }

    List<Finding> run() {
        if (probe.attempt("set local role doorstep_app") instanceof Refused refused) {
            // A hosted server's administrator may not become the logins it made; the catalog's part of this attack
            // still ran.
            return List.of(Finding.of(Attack.COLLEAGUES_LEAD, "not tried in deed: " + refused.message(), true, ""));
        }
        var db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        var tables = Table.readAll(db);
        var bound = Set.copyOf(db.sql(SightCatalog.BOUND).query(String.class).list());
        probe.enter(tenant);
        tables.forEach(table -> make(table, bound));
        var owner = rows.getOrDefault("member", Map.of()).get("id");
        if (!rows.containsKey("lead") || owner == null) {
            return findings;
        }
        probe.must("update lead set owner_id = '" + owner + "'");
        probe.must("set local role doorstep_agent");
        for (var table : tables) {
            if (bound.contains(table.name()) && rows.containsKey(table.name())) {
                attack(table, owner);
            }
        }
        probe.must("set local role none");
        return findings;
    }

    long attempts() {
        return probe.attempts();
    }

    private void attack(Table table, String owner) {
        as(owner);
        var own = probe.attempt("select count(*) from " + table.name());
        if (own instanceof Refused refused && refused.with(INSUFFICIENT_PRIVILEGE)) {
            findings.add(Finding.of(Attack.COLLEAGUES_LEAD, table.name() + " is no agent's at all", true, ""));
            return;
        }
        findings.add(Finding.of(
                Attack.COLLEAGUES_LEAD,
                table.name() + " own",
                own instanceof Rows(var count) && count > 0,
                "its owner does not see it, so the attacks prove nothing: " + own));
        for (var member : List.of(ProbeAgencies.nobody().toString(), "")) {
            as(member);
            var who = member.isEmpty() ? ", no member" : ", colleague";
            expectNothing(table, "select" + who, "select count(*) from " + table.name());
            expectNothing(
                    table,
                    "select for update" + who,
                    "select count(*) from (select from " + table.name() + " for update) locked");
            expectNothing(table, "update" + who, "update " + table.name() + " set tenant_id = tenant_id");
            expectNothing(table, "delete" + who, "delete from " + table.name());
            if (!table.name().equals("lead")) {
                under(table, who);
            }
        }
    }

    /** A row under the colleague's lead. */
    private void under(Table table, String who) {
        var refusal = probe.undone(() -> {
            try {
                maker.insertBlindly(table, tenant, rows);
                return "was taken";
            } catch (Probe.Refusal refused) {
                return refused.reason().with(INSUFFICIENT_PRIVILEGE)
                        ? ""
                        : "refused, but not by the policy: " + refused.reason().message();
            }
        });
        findings.add(Finding.of(Attack.COLLEAGUES_LEAD, table.name() + " insert" + who, refusal.isEmpty(), refusal));
    }

    private void expectNothing(Table table, String what, String statement) {
        var result = probe.undone(() -> probe.attempt(statement));
        var held = switch (result) {
            case Rows(var count) -> count == 0;
            case Refused refused -> refused.with(INSUFFICIENT_PRIVILEGE, HAS_CHILDREN);
        };
        findings.add(Finding.of(Attack.COLLEAGUES_LEAD, table.name() + " " + what, held, "reached " + result));
    }

    private void make(Table table, Set<String> bound) {
        try {
            rows.put(table.name(), row(table, onTheLead(table, bound)));
            var companion = RowMaker.companionOf(table.name());
            if (!companion.isEmpty()) {
                var fixed = new HashMap<String, String>();
                table.keyWithinTenant()
                        .forEach(column -> fixed.put(
                                column,
                                rows.getOrDefault(table.name(), Map.of()).getOrDefault(column, "")));
                fixed.putAll(companion);
                maker.insert(table, tenant, rows, fixed);
            }
        } catch (Probe.Refusal refusal) {
            findings.add(Finding.of(
                    Attack.COLLEAGUES_LEAD,
                    table.name(),
                    false,
                    "no row could be made to attack: " + refusal.reason().message()));
        }
    }

    /** Keys that may be null are filled too: a row that names no lead is nobody's. */
    private Map<String, String> onTheLead(Table table, Set<String> bound) {
        var fixed = new HashMap<String, String>();
        for (var key : table.foreignKeys()) {
            var parent = rows.get(key.parent());
            if (parent != null
                    && bound.contains(key.parent())
                    && key.columns().stream().allMatch(table::has)) {
                for (var i = 0; i < key.columns().size(); i++) {
                    var value = parent.get(key.parentColumns().get(i));
                    if (value != null
                            && !RowMaker.isHinted(table.name(), key.columns().get(i))) {
                        fixed.put(key.columns().get(i), value);
                    }
                }
            }
        }
        return fixed;
    }

    private Map<String, String> row(Table table, Map<String, String> fixed) throws Probe.Refusal {
        try {
            return maker.insert(table, tenant, rows, fixed);
        } catch (Probe.Refusal otherwise) {
            return maker.insert(table, tenant, rows, Map.of());
        }
    }

    private void as(String member) {
        probe.must(
                member.isEmpty()
                        ? "set local app.member_id = ''; " + probe.entry(tenant)
                        : probe.entry(tenant, UUID.fromString(member)));
    }
}
