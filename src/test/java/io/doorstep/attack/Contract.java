package io.doorstep.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The committed OpenAPI document, as far as requests go. */
public final class Contract {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param in {@code path, query, header} */
    public record Parameter(String name, String in, boolean required, JsonNode schema) {}

    /** @param body the schema of the request's body, with its media type; absent where it takes none */
    public record Operation(
            String id,
            List<Parameter> parameters,
            @Nullable String mediaType,
            @Nullable JsonNode body) {}

    private final JsonNode document;

    private Contract(JsonNode document) {
        this.document = document;
    }

    public static Contract read() {
        try (var in = Files.newInputStream(Path.of("api/openapi.yaml"))) {
            return new Contract(JSON.valueToTree(new Yaml().load(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By {@code METHOD /path}. */
    public Map<String, Operation> operations() {
        var found = new LinkedHashMap<String, Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(one -> found.put(
                                one.getKey().toUpperCase() + " " + path.getKey(), operation(one.getValue()))));
        return found;
    }

    private static Operation operation(JsonNode node) {
        var parameters = new ArrayList<Parameter>();
        node.path("parameters")
                .forEach(one -> parameters.add(new Parameter(
                        one.path("name").asString(),
                        one.path("in").asString(),
                        one.path("required").asBoolean(false),
                        one.path("schema"))));
        var content =
                node.path("requestBody").path("content").properties().stream().findFirst();
        return new Operation(
                node.path("operationId").asString(),
                parameters,
                content.map(Map.Entry::getKey).orElse(null),
                content.map(one -> one.getValue().path("schema")).orElse(null));
    }

    /** The schema itself: references followed, "or null" taken off, the first of several shapes. */
    public JsonNode resolve(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            return resolve(document.at(reference.substring(1)));
        }
        for (var several : List.of("anyOf", "oneOf")) {
            if (schema.has(several)) {
                return resolve(schema.path(several).get(0));
            }
        }
        return schema;
    }

    /** The properties of an object, those that it inherits included. */
    public Map<String, JsonNode> properties(JsonNode schema) {
        var found = new LinkedHashMap<String, JsonNode>();
        var own = resolve(schema);
        own.path("allOf").forEach(part -> found.putAll(properties(part)));
        own.path("properties").properties().forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    public boolean required(JsonNode schema, String property) {
        return resolve(schema)
                .path("required")
                .valueStream()
                .anyMatch(name -> name.asString().equals(property));
    }

    /** {@code string, integer, number, boolean, array, object}; empty where anything goes. */
    public Optional<String> type(JsonNode schema) {
        var own = resolve(schema);
        var type = own.path("type");
        if (type.isArray()) {
            return type.valueStream()
                    .map(JsonNode::asString)
                    .filter(name -> !name.equals("null"))
                    .findFirst();
        }
        if (own.has("properties") || own.has("allOf")) {
            return Optional.of("object");
        }
        return type.isString() ? Optional.of(type.asString()) : Optional.empty();
    }

    public boolean nullable(JsonNode schema) {
        return schema.path("type")
                        .valueStream()
                        .anyMatch(name -> name.asString().equals("null"))
                || schema.path("anyOf")
                        .valueStream()
                        .anyMatch(one -> one.path("type").asString("").equals("null"));
    }
}
