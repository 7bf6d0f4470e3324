package io.doorstep.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes a good request for a route, and says where in it something of an agency is named. */
final class Requests {

    /** @param slots every place for an id or a free text */
    record Made(Call call, List<Slot> slots) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern VARIABLE = Pattern.compile("([^/{}]*)/?\\{(\\w+)}");
    private static final String WORDS = "something to say";

    private final Contract contract = Contract.read();

    Made good(Route route, Tenant tenant) {
        var slots = new ArrayList<Slot>();
        var path = new LinkedHashMap<String, String>();
        var variables = VARIABLE.matcher(route.pattern());
        while (variables.find()) {
            var name = variables.group(2);
            path.put(name, inPath(route, variables.group(1), name, tenant, slots));
        }
        var query = new LinkedHashMap<String, String>();
        var headers = new LinkedHashMap<String, String>();
        for (var one : route.operation().parameters()) {
            if (one.in().equals("path")) continue;
            var into = one.in().equals("query") ? query : headers;
            var value = parameter(route, one, tenant, slots);
            if (value != null) into.put(one.name(), value);
        }
        return new Made(new Call(route, path, query, headers, body(route, tenant, slots)), slots);
    }

    private static String inPath(Route route, String segment, String name, Tenant tenant, List<Slot> slots) {
        var kind = Supplies.kindInPath(segment, name);
        if (kind.isPresent()) {
            slots.add(new Slot("path", name, kind.get()));
            return tenant.thing(kind.get());
        }
        if (name.equals("seq")) return tenant.thing("dealSeq");
        return Supplies.plain("{" + name + "}")
                .orElseThrow(() -> new IllegalStateException(
                        "%s: nothing is known to stand for {%s} after \"%s\". Make one in World and say its kind in Supplies.IN_PATHS."
                                .formatted(route, name, segment)));
    }

    /** Optional filters are left out of a good request, but what can be named in them is a slot. */
    private @Nullable String parameter(Route route, Contract.Parameter one, Tenant tenant, List<Slot> slots) {
        if (one.name().equals("If-Match")) return "\"" + tenant.thing(Supplies.versionOf(route)) + "\"";
        if (one.name().equals("cursor")) {
            slots.add(new Slot("query", "cursor", "cursor"));
            return null;
        }
        var kind = Supplies.kindOf(one.name());
        if (kind.isPresent()) {
            slots.add(new Slot(one.in(), one.name(), kind.get()));
            var door = one.in().equals("header") || !route.documented();
            return door || one.required() ? tenant.thing(kind.get()) : null;
        }
        var schema = contract.resolve(one.schema());
        var free = contract.type(schema).orElse("").equals("string") && !schema.has("enum") && !schema.has("format");
        if (schema.path("format").asString("").equals("uuid")) {
            throw new IllegalStateException("%s: %s %s is an id of an unknown kind. Say which in Supplies.BY_NAME."
                    .formatted(route, one.in(), one.name()));
        }
        if (free) slots.add(new Slot(one.in(), one.name(), ""));
        var plain = Supplies.plain(one.name());
        if (plain.isPresent()) return plain.get();
        if (!one.required() && route.documented()) return null;
        return free ? WORDS : contract.type(schema).orElse("").equals("integer") ? "1" : null;
    }

    private @Nullable JsonNode body(Route route, Tenant tenant, List<Slot> slots) {
        var schema = route.operation().body();
        if (schema == null) return null;
        var made = Supplies.body(route, tenant);
        var body = made == null ? sample(schema, "body", route) : made;
        fill(body, tenant, "", slots);
        return body;
    }

    /** Puts the agency's own things where the names of fields say that they belong. */
    private static void fill(JsonNode node, Tenant tenant, String at, List<Slot> slots) {
        node.properties().forEach(one -> {
            var pointer = at + "/" + one.getKey();
            var kind = Supplies.kindOf(one.getKey()).or(() -> kindOf(one.getValue(), tenant));
            if (one.getValue().isString()) slots.add(new Slot("body", pointer, kind.orElse("")));
            if (kind.isPresent()
                    && one.getValue().isString()
                    && one.getValue().asString().equals(WORDS)) {
                ((tools.jackson.databind.node.ObjectNode) node).put(one.getKey(), tenant.thing(kind.get()));
            }
            fill(one.getValue(), tenant, pointer, slots);
        });
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            var pointer = at + "/" + index;
            if (node.get(index).isString()) slots.add(new Slot("body", pointer, ""));
            fill(node.get(index), tenant, pointer, slots);
        }
    }

    /** Known by being one of the agency's ids, whatever the field is called. */
    private static Optional<String> kindOf(JsonNode value, Tenant tenant) {
        var text = value.asString("");
        return text.length() != 36
                ? Optional.empty()
                : tenant.things().entrySet().stream()
                        .filter(thing -> thing.getValue().equals(text))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    /** A value that fits the schema. */
    JsonNode sample(JsonNode schema, String name, Route route) {
        var own = contract.resolve(schema);
        var nodes = JSON.getNodeFactory();
        if (own.has("enum")) return own.path("enum").get(0);
        var plain = Supplies.plain(name);
        return switch (contract.type(own).orElse("")) {
            case "object" -> {
                var object = JSON.createObjectNode();
                contract.properties(own).forEach((field, type) -> {
                    if (contract.required(own, field)) object.set(field, sample(type, field, route));
                });
                yield object;
            }
            case "array" -> JSON.createArrayNode().add(sample(own.path("items"), name, route));
            case "integer", "number" -> nodes.numberNode(own.path("minimum").asInt(1));
            case "boolean" -> nodes.booleanNode(true);
            case "string" -> plain.map(nodes::stringNode).orElseGet(() -> nodes.stringNode(text(own, name, route)));
            default -> nodes.stringNode(WORDS);
        };
    }

    private static String text(JsonNode schema, String name, Route route) {
        var format = schema.path("format").asString("");
        if (Supplies.kindOf(name).isPresent()) return WORDS;
        return switch (format) {
            case "" -> WORDS;
            case "date" -> "2031-01-01";
            case "date-time" -> "2031-01-01T10:00:00Z";
            case "time-local" -> "09:00";
            case "email" -> "somebody@elsewhere.example";
            case "binary" -> "";
            case "uuid" ->
                throw new IllegalStateException(
                        "%s: field %s is an id of an unknown kind. Say which in Supplies.BY_NAME."
                                .formatted(route, name));
            default ->
                throw new IllegalStateException(
                        "%s: field %s has the format %s; say in Requests.text what that looks like"
                                .formatted(route, name, format));
        };
    }
}
