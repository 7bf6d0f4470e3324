package io.doorstep.attack;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A place in a request where something of an agency can be named.
 *
 * @param in   {@code path, query, header, body}
 * @param name the parameter's; in a body the pointer to the value
 * @param kind of {@link Tenant#things}; empty for free text
 */
record Slot(String in, String name, String kind) {

    private static final Set<String> DOORS = Set.of("siteKey", "slug", "manageToken");

    boolean isText() {
        return kind.isEmpty();
    }

    /** What is a permission by itself: whoever holds it may. */
    boolean isDoor() {
        return in.equals("path") && DOORS.contains(kind);
    }

    Call put(Call call, String value) {
        return switch (in) {
            case "path" -> call.withPath(name, value);
            case "query" -> call.withQuery(name, value);
            case "header" -> call.withHeader(name, value);
            case "body" ->
                call.withBody(
                        replaced(java.util.Objects.requireNonNull(call.body()).deepCopy(), value));
            default -> throw new IllegalStateException(in);
        };
    }

    private JsonNode replaced(JsonNode body, String value) {
        var at = name.lastIndexOf('/');
        var parent = body.at(name.substring(0, at));
        switch (parent) {
            case ObjectNode object -> object.put(name.substring(at + 1), value);
            case ArrayNode array -> array.set(Integer.parseInt(name.substring(at + 1)), array.stringNode(value));
            default -> throw new IllegalStateException("nothing at " + name + " in " + body);
        }
        return body;
    }

    @Override
    public String toString() {
        return in + " " + name + (kind.isEmpty() ? "" : " (" + kind + ")");
    }
}
