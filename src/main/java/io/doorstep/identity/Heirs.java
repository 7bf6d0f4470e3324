package io.doorstep.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who gets whose lead: everything to one, or in turn. All of one lead's things go to the same person. */
public final class Heirs {

    private final Map<UUID, UUID> byLead;
    private final List<UUID> all;

    private Heirs(Map<UUID, UUID> byLead, List<UUID> all) {
        this.byLead = byLead;
        this.all = List.copyOf(all);
    }

    /** @param heirs at least one, in the order of their turn */
    public static Heirs inTurn(Collection<UUID> leads, List<UUID> heirs) {
        var byLead = new LinkedHashMap<UUID, UUID>();
        var turn = 0;
        for (var lead : leads.stream().sorted().toList()) {
            byLead.put(lead, heirs.get(turn++ % heirs.size()));
        }
        return new Heirs(byLead, heirs);
    }

    public UUID of(UUID lead) {
        return byLead.getOrDefault(lead, all.getFirst());
    }

    /** Everybody who takes over, in the order of their turn: for what the lead's own heir has no time for. */
    public List<UUID> all() {
        return all;
    }

    /** The leads, side by side with {@link #members}, as one statement takes them. */
    public UUID[] leads() {
        return byLead.keySet().toArray(UUID[]::new);
    }

    public UUID[] members() {
        return new ArrayList<>(byLead.values()).toArray(UUID[]::new);
    }
}
