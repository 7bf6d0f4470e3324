package io.doorstep.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.testing.DoorstepTest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the contract does not name is not taken, and what it names is taken in its size and type only: on every operation with a body. */
@DoorstepTest
class MassAssignmentTest {

    private static final List<String> NOT_THEIRS_TO_SAY = List.of(
            "tenantId",
            "tenant_id",
            "tenant",
            "role",
            "ownerId",
            "state",
            "status",
            "id",
            "version",
            "createdAt",
            "isAdmin");

    @Autowired
    WebApplicationContext rooms;

    private final Contract contract = Contract.read();
    private final List<String> wrong = new ArrayList<>();
    private int sent;
    private @org.jspecify.annotations.Nullable Wire wire;

    @Test
    void a_field_that_no_operation_asked_for_is_refused_by_name() {
        eachBody((call, schema) -> {
            var known = contract.properties(schema);
            for (var name : NOT_THEIRS_TO_SAY) {
                if (known.containsKey(name)) continue;
                var body = (ObjectNode) call.body().deepCopy();
                body.put(name, World.SAME_KEY);
                judged(call.withBody(body), name);
            }
        });

        System.out.printf("mass assignment: %d requests%n", sent);
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_text_that_is_too_long_or_no_text_is_refused_by_name() {
        eachBody((call, schema) -> contract.properties(schema).forEach((name, type) -> {
            var own = contract.resolve(type);
            if (!contract.type(own).orElse("").equals("string") || own.has("enum")) return;
            var longest = own.path("maxLength").asInt(0);
            if (longest > 0) {
                judged(call.withBody(((ObjectNode) call.body().deepCopy()).put(name, "9".repeat(longest + 1))), name);
            }
            var odd = JsonNodeFactory.instance.objectNode().put("a", 1);
            judged(call.withBody(((ObjectNode) call.body().deepCopy()).set(name, odd)), name);
        }));

        assertThat(wrong).isEmpty();
    }

    private void eachBody(BiConsumer<Call, JsonNode> work) {
        var tenant = World.of(rooms).a();
        var requests = new Requests();
        for (var route : Routes.of(rooms)) {
            if (!route.documented() || !"application/json".equals(route.mediaType())) continue;
            var call = requests.good(route, tenant).call();
            if (call.body() instanceof ObjectNode)
                work.accept(call, route.operation().body());
        }
    }

    private void judged(Call call, String field) {
        var tenant = World.of(rooms).a();
        var answer = wire().send(call, tenant.owner());
        sent++;
        if (answer.status() != 422 || !answer.body().contains("\"field\":\"" + field)) {
            wrong.add(call.route() + " " + field + ": " + answer.status() + " " + answer.body());
        }
    }

    private Wire wire() {
        if (wire == null) wire = new Wire(rooms);
        return wire;
    }
}
