package io.doorstep.tenancy.isolation;

import io.doorstep.tenancy.isolation.Table.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Makes a legal row for any table by asking the database: it starts with a plain value per column and, told which check or key was
 * hurt, tries another value for one of that constraint's columns, until the row is taken. So a new table needs no fixture.
 */
final class RowMaker {

    /** What cannot be found by trying: rules that lie between two tables. */
    private static final Map<String, String> HINTS = Map.of(
            "pipeline.current_version", "0", // published versions take no more stages
            "stage.key", "FIRST",
            "stage.kind", "OPEN",
            "stage.initial", "true",
            "deal_move.kind", "OPENED", // the only move that needs none before it, and it leads to the initial stage
            "deal_move.to_stage", "FIRST",
            "transition.to_stage", "SECOND", // a transition needs two stages, see below
            "audit_entry.action", "probe.made"); // a pattern, of which the catalog names no value

    /** Tables of which one row is not enough for their children. */
    private static final Map<String, Map<String, String>> COMPANIONS =
            Map.of("stage", Map.of("key", "SECOND", "position", "2", "initial", "false"));

    private static final int PATIENCE = 500;

    private final Probe probe;
    private final UUID user;
    private final Random random = new Random(20261123);

    /** @param user the one global user of all probe agencies, for columns named user_id */
    RowMaker(Probe probe, UUID user) {
        this.probe = probe;
        this.user = user;
    }

    /**
     * Inserts a row that hangs on the given rows of its parents, with the fixed values as they are.
     *
     * @throws Probe.Refusal when the database refuses for a reason that other values don't mend
     */
    Map<String, String> insert(
            Table table, UUID tenant, Map<String, Map<String, String>> parents, Map<String, String> fixed)
            throws Probe.Refusal {
        return insert(table, tenant, parents, fixed, probe::insert);
    }

    /** The same without looking at the row, which row level security would judge by another expression. */
    void insertBlindly(Table table, UUID tenant, Map<String, Map<String, String>> parents) throws Probe.Refusal {
        insert(table, tenant, parents, Map.of(), probe::insertBlindly);
    }

    private Map<String, String> insert(
            Table table,
            UUID tenant,
            Map<String, Map<String, String>> parents,
            Map<String, String> fixed,
            Insert insert)
            throws Probe.Refusal {
        var choices = new LinkedHashMap<String, Choice>();
        for (var column : table.columns()) {
            var value = fixed.get(column.name());
            choices.put(
                    column.name(),
                    new Choice(
                            column,
                            value == null ? candidates(table, column, tenant, parents) : List.of(Optional.of(value))));
        }
        for (var patience = PATIENCE; ; patience--) {
            try {
                return insert.row(table.name(), List.copyOf(choices.values()));
            } catch (Probe.Refusal refusal) {
                var duplicate = refusal.reason().state().equals("23505");
                var movable = columnsOf(table, refusal.reason().constraint()).stream()
                        .filter(column -> !fixed.containsKey(column))
                        .flatMap(column -> Stream.ofNullable(choices.get(column)))
                        .filter(choice -> duplicate
                                ? isOwnKey(table, choice.column().name())
                                : choice.candidates().size() > 1)
                        .toList();
                if (patience == 0 || movable.isEmpty()) {
                    throw refusal;
                }
                var choice = movable.get(random.nextInt(movable.size()));
                choices.put(
                        choice.column().name(), duplicate ? choice.with(fresh(choice.column())) : choice.other(random));
            }
        }
    }

    private List<Optional<String>> candidates(
            Table table, Column column, UUID tenant, Map<String, Map<String, String>> parents) {
        if (column.name().equals("tenant_id")) {
            return List.of(Optional.of(tenant.toString()));
        }
        var hint = HINTS.get(table.name() + "." + column.name());
        if (hint != null) {
            return List.of(Optional.of(hint));
        }
        var values = new ArrayList<Optional<String>>();
        for (var key : table.foreignKeys()) {
            var place = key.columns().indexOf(column.name());
            var parent = parents.get(key.parent());
            if (place >= 0 && parent != null) {
                values.add(Optional.ofNullable(parent.get(key.parentColumns().get(place))));
            }
        }
        if (column.nullable() || column.hasDefault()) {
            values.add(Optional.empty());
        }
        if (values.isEmpty() || values.getFirst().isEmpty()) {
            plain(column, tenant).forEach(value -> values.add(Optional.of(value)));
        }
        return values;
    }

    private List<String> plain(Column column, UUID tenant) {
        if (column.name().equals("user_id")) {
            return List.of(user.toString());
        }
        var isNumber = column.type().matches("smallint|integer|bigint|numeric.*");
        var values = new ArrayList<String>();
        if (column.type().equals("text")) {
            values.addAll(column.literals());
        }
        values.addAll(
                switch (column.type().replaceAll("[(].*", "")) {
                    case "uuid" -> List.of(new UUID(random.nextLong(), random.nextLong()).toString());
                    case "boolean" -> List.of("false", "true");
                    case "smallint", "integer", "bigint" -> List.of("1", "0", "2");
                    case "numeric", "real", "double precision" -> List.of("0.5", "1");
                    case "date" -> List.of("2001-01-01", "2001-01-02");
                    case "time without time zone" -> List.of("09:00", "10:00");
                    case "timestamp with time zone" -> List.of("2001-01-01T09:00:00Z", "2001-01-01T10:00:00Z");
                    case "bytea" -> List.of("\\x" + "5a".repeat(32));
                    case "jsonb", "json" -> List.of("{\"probe\": \"" + Sentinel.of(tenant) + "\"}", "{}", "[]");
                    case "text[]" -> List.of("{" + Sentinel.of(tenant) + "}", "{}");
                    default ->
                        column.type().endsWith("[]")
                                ? List.of("{}")
                                : List.of(
                                        Sentinel.of(tenant),
                                        tenant + "/" + Sentinel.of(tenant),
                                        "probe",
                                        "PROBE",
                                        "USD",
                                        Sentinel.of(tenant) + "@example.com",
                                        "5a".repeat(32));
                });
        if (isNumber) {
            values.addAll(column.literals());
        }
        return values;
    }

    /** A value that is nobody's yet, for a key that was taken. */
    private String fresh(Column column) {
        return switch (column.type()) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "smallint", "integer", "bigint" -> String.valueOf(2 + random.nextInt(30_000));
            case "bytea" -> {
                var bytes = new byte[32];
                random.nextBytes(bytes);
                yield "\\x" + HexFormat.of().formatHex(bytes);
            }
            default ->
                column.literals().isEmpty()
                        ? "probe" + random.nextInt(1_000_000)
                        : column.literals().get(random.nextInt(column.literals().size()));
        };
    }

    static Map<String, String> companionOf(String table) {
        return COMPANIONS.getOrDefault(table, Map.of());
    }

    static boolean isHinted(String table, String column) {
        return HINTS.containsKey(table + "." + column);
    }

    private static boolean isOwnKey(Table table, String column) {
        return !column.equals("tenant_id")
                && table.foreignKeys().stream().noneMatch(key -> key.columns().contains(column));
    }

    private static Collection<String> columnsOf(Table table, String constraint) {
        for (var check : table.checks()) {
            if (check.name().equals(constraint)) {
                return check.columns().stream().filter(table::has).toList();
            }
        }
        for (var unique : table.uniques()) {
            if (unique.name().equals(constraint)) {
                return unique.columns().stream().filter(table::has).toList();
            }
        }
        return List.of();
    }

    private interface Insert {
        Map<String, String> row(String table, List<Choice> choices) throws Probe.Refusal;
    }

    /** A column, what it may hold, and what it holds now: the first. Empty leaves it to its default. */
    record Choice(Column column, List<Optional<String>> candidates) {

        Optional<String> value() {
            return candidates.getFirst();
        }

        Choice other(Random random) {
            var turned = new ArrayList<>(candidates);
            Collections.rotate(turned, 1 + random.nextInt(turned.size() - 1));
            return new Choice(column, turned);
        }

        Choice with(String value) {
            return new Choice(column, List.of(Optional.of(value)));
        }
    }
}
