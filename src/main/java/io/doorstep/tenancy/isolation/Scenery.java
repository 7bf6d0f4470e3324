package io.doorstep.tenancy.isolation;

import io.doorstep.tenancy.isolation.Probe.Result.Refused;
import io.doorstep.tenancy.isolation.Probe.Result.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Three agencies with one row in every table, each with its {@link Sentinel} in whatever takes text: the victim, a twin with the
 * victim's very keys (attack 16), and the attacker with ids of its own. Building the attacker's rows is itself an attack, one table at a time: on the
 * victim's parents (15) and on the victim's keys by upsert (17).
 */
final class Scenery {

    private final Probe probe;
    private final List<Table> tables;
    private final ProbeAgencies agencies;
    private final RowMaker maker;
    private final Predicate<String> subjects;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Map<String, String>> victim = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> attacker = new LinkedHashMap<>();

    Scenery(Probe probe, List<Table> tables, ProbeAgencies agencies, Predicate<String> subjects) {
        this.probe = probe;
        this.tables = tables;
        this.agencies = agencies;
        this.maker = new RowMaker(probe, agencies.user());
        this.subjects = subjects;
    }

    List<Finding> build() {
        probe.enter(agencies.victim());
        for (var table : tables) {
            make(table, agencies.victim(), victim);
        }
        probe.enter(agencies.twin());
        tables.forEach(this::copyToTwin);
        probe.enter(agencies.victim());
        var before = PathAttacks.checksum(probe, tables, agencies);
        probe.enter(agencies.attacker());
        for (var table : tables) {
            if (subjects.test(table.name())) {
                adopt(table, false);
                upsert(table);
            }
            make(table, agencies.attacker(), attacker);
        }
        for (var table : tables) {
            if (subjects.test(table.name())) {
                adopt(table, true);
            }
        }
        probe.enter(agencies.victim());
        findings.add(Finding.of(
                Attack.OTHER_PATH,
                "triggers on insert",
                before.equals(PathAttacks.checksum(probe, tables, agencies)),
                "the attacker's new rows changed the victim's"));
        return findings;
    }

    Map<String, String> victimRow(Table table) {
        return victim.getOrDefault(table.name(), Map.of());
    }

    /** Whether there is something to attack; where not, that is a finding already. */
    boolean hasRows(Table table) {
        return victim.containsKey(table.name()) && attacker.containsKey(table.name());
    }

    /** A new row for an agency other than the one that was entered. @return why the database refused, or null when it did not */
    Probe.@Nullable Refusal smuggle(Table table, UUID tenant) {
        return probe.undone(() -> {
            try {
                maker.insertBlindly(table, tenant, victim);
                return null;
            } catch (Probe.Refusal refusal) {
                return refusal;
            }
        });
    }

    /** One more row of the attacker's, where an agency may have another. */
    void insertAnother(Table table) {
        try {
            maker.insertBlindly(table, agencies.attacker(), attacker);
        } catch (Probe.Refusal onlyOne) {
            // The attack goes on with the row that is there.
        }
    }

    private void make(Table table, UUID tenant, Map<String, Map<String, String>> rows) {
        try {
            var row = maker.insert(table, tenant, rows, Map.of());
            rows.put(table.name(), row);
            accompany(table, tenant, rows, row);
        } catch (Probe.Refusal refusal) {
            findings.add(Finding.of(
                    Attack.FOREIGN_ROW,
                    table.name(),
                    false,
                    "no row could be made to attack: " + refusal.reason().message()));
        }
    }

    private void accompany(Table table, UUID tenant, Map<String, Map<String, String>> parents, Map<String, String> row)
            throws Probe.Refusal {
        var companion = RowMaker.companionOf(table.name());
        if (!companion.isEmpty()) {
            var fixed = new HashMap<String, String>();
            table.keyWithinTenant().forEach(column -> fixed.put(column, row.getOrDefault(column, "")));
            fixed.putAll(companion);
            maker.insert(table, tenant, parents, fixed);
        }
    }

    private void copyToTwin(Table table) {
        var row = victim.get(table.name());
        if (row == null) {
            return;
        }
        var values = table.columns().stream()
                .filter(column ->
                        row.containsKey(column.name()) && !column.type().endsWith("[]"))
                .map(column -> new RowMaker.Choice(
                        column, List.of(Optional.of(twinned(table, column, row.getOrDefault(column.name(), ""))))))
                .toList();
        try {
            probe.insert(table.name(), values);
            accompany(table, agencies.twin(), victim, row);
            findings.add(Finding.of(Attack.KEY_ORACLE, table.name(), true, ""));
        } catch (Probe.Refusal refusal) {
            findings.add(Finding.of(
                    Attack.KEY_ORACLE,
                    table.name(),
                    false,
                    "another agency's key was noticed: " + refusal.reason().message()));
        }
        try {
            probe.insert(table.name(), values);
            findings.add(Finding.of(
                    Attack.KEY_ORACLE,
                    table.name() + " twice",
                    Reviewed.KEYS_MADE_BY_A_TRIGGER.containsKey(table.name()),
                    "the same row was taken twice"));
        } catch (Probe.Refusal refusal) {
            var tells = refusal.reason().message().contains(agencies.victim().toString());
            findings.add(Finding.of(
                    Attack.KEY_ORACLE,
                    table.name() + " twice",
                    !tells,
                    "the refusal names another agency: " + refusal.reason().message()));
        }
    }

    /** The victim's value where it is part of a key, else the twin's own sentinel. */
    private String twinned(Table table, Table.Column column, String value) {
        var own = value.replace(agencies.victim().toString(), agencies.twin().toString());
        return table.isKeyed(column.name())
                ? own
                : own.replace(Sentinel.of(agencies.victim()), Sentinel.of(agencies.twin()));
    }

    /** Again, on a schema that has changed meanwhile. */
    List<Finding> adopted(Table table) {
        findings.clear();
        probe.enter(agencies.attacker());
        adopt(table, false);
        adopt(table, true);
        return List.copyOf(findings);
    }

    private void adopt(Table table, boolean deferrable) {
        table.foreignKeys().stream()
                .filter(key -> key.deferrable() == deferrable)
                .forEach(key -> adopt(table, key));
    }

    private void adopt(Table table, Table.ForeignKey key) {
        var parent = victim.get(key.parent());
        if (parent == null) {
            return;
        }
        var own = attacker.getOrDefault(key.parent(), Map.of());
        if (key.parentColumns().stream()
                .allMatch(
                        column -> column.equals("tenant_id") || Objects.equals(own.get(column), parent.get(column)))) {
            // The attacker has a parent of the same name, and that is the one it gets: attack 6 sees to the key.
            return;
        }
        var foreign = new HashMap<String, String>();
        for (var i = 0; i < key.columns().size(); i++) {
            var column = key.columns().get(i);
            var value = parent.get(key.parentColumns().get(i));
            if (!column.equals("tenant_id")
                    && value != null
                    && table.has(column)
                    && !RowMaker.isHinted(table.name(), column)) {
                foreign.put(column, value);
            }
        }
        if (!key.columns().stream().allMatch(table::has)) {
            // A key over generated columns can't be aimed; attack 6 reads it.
            return;
        }
        var verdict = probe.undone(() -> {
            if (key.deferrable()) {
                probe.must("set constraints " + key.name() + " immediate");
            }
            try {
                maker.insert(table, agencies.attacker(), attacker, foreign);
                return "a child of another agency's " + key.parent() + " was taken";
            } catch (Probe.Refusal refusal) {
                return refusal.reason().state().equals("23503")
                        ? ""
                        : "refused, but not by a foreign key: "
                                + refusal.reason().message();
            }
        });
        findings.add(Finding.of(Attack.FOREIGN_PARENT, table.name() + "." + key.name(), verdict.isEmpty(), verdict));
    }

    private void upsert(Table table) {
        var row = victim.get(table.name());
        if (row == null) {
            return;
        }
        var own = probe.undone(() -> {
            try {
                return maker.insert(table, agencies.attacker(), attacker, Map.of());
            } catch (Probe.Refusal refusal) {
                return Map.<String, String>of();
            }
        });
        if (own.isEmpty()) {
            return;
        }
        for (var unique : table.uniques()) {
            var columns = table.columns().stream()
                    .filter(column ->
                            own.containsKey(column.name()) && !column.type().endsWith("[]"))
                    .toList();
            var parents = table.foreignKeys().stream()
                    .flatMap(key -> key.columns().stream())
                    .toList();
            // The victim's own key wherever it isn't a reference.
            var values = columns.stream()
                    .map(column -> unique.columns().contains(column.name())
                                    && !parents.contains(column.name())
                                    && !column.name().equals("tenant_id")
                            ? text(row, own, column.name())
                                    .replace(
                                            agencies.victim().toString(),
                                            agencies.attacker().toString())
                            : own.get(column.name()))
                    .toArray(String[]::new);
            var insert = "insert into " + table.name() + " ("
                    + String.join(", ", columns.stream().map(Table.Column::name).toList()) + ") values ("
                    + String.join(
                            ", ",
                            columns.stream()
                                    .map(column -> "cast(? as " + column.type() + ")")
                                    .toList()) + ") on conflict ";
            var ignored = probe.undone(() -> probe.attempt(insert + "do nothing", values));
            findings.add(Finding.of(
                    Attack.FOREIGN_UPSERT,
                    table.name() + "." + unique.name() + " do nothing",
                    !(ignored instanceof Rows(var count) && count != 1),
                    "the victim's row answered for the attacker's"));
            var merged = probe.undone(() -> probe.attempt(
                    "with made as (" + insert + "(" + String.join(", ", unique.columns())
                            + ") do update set tenant_id = excluded.tenant_id returning (xmax = 0)::int as fresh) select sum(fresh) from made",
                    values));
            findings.add(Finding.of(
                    Attack.FOREIGN_UPSERT,
                    table.name() + "." + unique.name() + " do update",
                    merged instanceof Refused || merged instanceof Rows(var fresh) && fresh == 1,
                    "the victim's row was updated"));
        }
    }

    private static String text(Map<String, String> first, Map<String, String> second, String column) {
        var value = first.get(column);
        return value == null ? second.getOrDefault(column, "") : value;
    }
}
