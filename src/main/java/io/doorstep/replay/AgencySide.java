package io.doorstep.replay;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What the agency's people see of this run's visitors: leads, facts, grades, deals, appointments. Read as a member, through the API. */
final class AgencySide {

    private final Set<String> leads = new HashSet<>();
    private final Map<String, Integer> factsByKind = new TreeMap<>();
    private final Map<String, Integer> grades = new TreeMap<>();
    private final Map<String, Integer> dealsByStage = new TreeMap<>();
    private int appointments;

    static AgencySide read(Server server, String token, Iterable<UUID> conversations)
            throws IOException, InterruptedException {
        var side = new AgencySide();
        for (var conversation : conversations) {
            var lead = server.api(token, "/api/conversations/" + conversation)
                    .path("leadId")
                    .asString("");
            if (side.leads.add(lead)) {
                side.add(server.api(token, "/api/leads/" + lead));
            }
        }
        return side;
    }

    private void add(JsonNode lead) {
        each(lead.path("facts"))
                .forEach(fact -> count(factsByKind, fact.path("key").asString("?")));
        var qualification = lead.path("qualification");
        count(grades, qualification.isObject() ? qualification.path("grade").asString("?") : "NEW");
        each(lead.path("deals"))
                .forEach(deal -> count(
                        dealsByStage,
                        deal.path("pipeline").path("kind").asString("?") + " "
                                + deal.path("stage").asString("?")));
        appointments += lead.path("appointments").size();
    }

    private static Iterable<JsonNode> each(JsonNode array) {
        return () -> array.valueStream().iterator();
    }

    private static void count(Map<String, Integer> counts, String key) {
        counts.merge(key, 1, Integer::sum);
    }

    long deals() {
        return dealsByStage.values().stream().mapToInt(Integer::intValue).sum();
    }

    int leads() {
        return leads.size();
    }

    Map<String, Integer> factsByKind() {
        return factsByKind;
    }

    Map<String, Integer> grades() {
        return grades;
    }

    Map<String, Integer> dealsByStage() {
        return dealsByStage;
    }

    int appointments() {
        return appointments;
    }
}
