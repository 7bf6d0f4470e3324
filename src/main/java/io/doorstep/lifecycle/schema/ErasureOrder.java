package io.doorstep.lifecycle.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which order the rows of an agency can go: who refers to others goes before them. Tables that refer to each other, or to themselves, go
 * together in one transaction. (Strongly connected components of the foreign keys, by Tarjan's algorithm, which finds who is referred to first.)
 */
public final class ErasureOrder {

    /** @param tables in the order of their statements @param whole not to be parted into batches */
    public record Step(List<TenantTable> tables, boolean whole) {
        public String name() {
            return String.join(" and ", tables.stream().map(TenantTable::name).toList());
        }
    }

    private final List<TenantTable> tables;
    private final Map<String, Integer> met = new HashMap<>();
    private final Map<String, Integer> low = new HashMap<>();
    private final Deque<TenantTable> open = new ArrayDeque<>();
    private final List<List<TenantTable>> circles = new ArrayList<>();

    private ErasureOrder(List<TenantTable> tables) {
        this.tables = tables;
    }

    public static List<Step> of(List<TenantTable> tables) {
        var order = new ErasureOrder(tables);
        tables.forEach(table -> {
            if (!order.met.containsKey(table.name())) {
                order.visit(table);
            }
        });
        return order.circles.reversed().stream().map(ErasureOrder::step).toList();
    }

    private void visit(TenantTable table) {
        met.put(table.name(), met.size());
        low.put(table.name(), met.get(table.name()));
        open.push(table);
        for (var parent : tables) {
            if (!table.refersTo(parent)) {
                continue;
            }
            if (!met.containsKey(parent.name())) {
                visit(parent);
                low.merge(table.name(), low.getOrDefault(parent.name(), 0), Math::min);
            } else if (open.contains(parent)) {
                low.merge(table.name(), met.getOrDefault(parent.name(), 0), Math::min);
            }
        }
        if (java.util.Objects.equals(low.get(table.name()), met.get(table.name()))) {
            var circle = new ArrayList<TenantTable>();
            TenantTable member;
            do {
                member = open.pop();
                circle.add(member);
            } while (member != table);
            circles.add(circle);
        }
    }

    /** Inside a circle those go first to whom nothing refers that is checked at once. */
    private static Step step(List<TenantTable> circle) {
        var rest = new ArrayList<>(circle);
        var ordered = new ArrayList<TenantTable>();
        while (!rest.isEmpty()) {
            var next = rest.stream()
                    .filter(table -> rest.stream()
                            .filter(other -> other != table)
                            .flatMap(other -> other.references().stream())
                            .noneMatch(reference -> !reference.deferrable()
                                    && reference.parent().equals(table.name())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "these tables refer to each other and no key waits for the commit: "
                                    + rest.stream().map(TenantTable::name).toList()));
            rest.remove(next);
            ordered.add(next);
        }
        var first = circle.getFirst();
        return new Step(List.copyOf(ordered), circle.size() > 1 || first.refersTo(first));
    }
}
