package io.doorstep.attack;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request that can be sent: path variables by name, form fields under {@code query} where there is a form.
 *
 * @param body JSON, or a text that is sent as it is
 */
public record Call(
        Route route,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable JsonNode body) {

    public Call withPath(String name, String value) {
        return new Call(route, put(path, name, value), query, headers, body);
    }

    public Call withQuery(String name, String value) {
        return new Call(route, path, put(query, name, value), headers, body);
    }

    public Call withHeader(String name, String value) {
        return new Call(route, path, query, put(headers, name, value), body);
    }

    public Call withBody(@Nullable JsonNode changed) {
        return new Call(route, path, query, headers, changed);
    }

    private static Map<String, String> put(Map<String, String> before, String name, String value) {
        var after = new LinkedHashMap<>(before);
        after.put(name, value);
        return after;
    }

    @Override
    public String toString() {
        return route + " " + path + " " + query + " " + headers + " " + (body == null ? "" : body);
    }
}
