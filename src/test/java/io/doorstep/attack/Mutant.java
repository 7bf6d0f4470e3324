package io.doorstep.attack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A good request with one to three things wrong in it. Its parts are raw, so that it can be sent in the process and over a socket.
 *
 * @param query names may come twice
 */
record Mutant(
        Route route,
        String method,
        Map<String, String> path,
        List<Map.Entry<String, String>> query,
        Map<String, String> headers,
        byte @Nullable [] body) {

    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/json;charset=utf-16",
            "application/json;charset=nonsense",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/*",
            "nonsense",
            "application/merge-patch+json",
            "application/octet-stream");
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Accept-Charset",
            "Accept-Encoding",
            "If-Match",
            "If-None-Match",
            "If-Modified-Since",
            "If-Unmodified-Since",
            "Idempotency-Key",
            "Last-Event-ID",
            "X-Visitor-Key",
            "Range",
            "Origin",
            "Referer",
            "User-Agent",
            "X-HTTP-Method-Override",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "Forwarded",
            "X-Requested-With",
            "Authorization",
            "Cookie");
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");
    private static final List<String> BODIES = List.of(
            "",
            " ",
            "null",
            "[]",
            "{}",
            "\"text\"",
            "1",
            "true",
            "{",
            "[",
            "{\"a\":",
            "{\"a\":1,\"a\":2}",
            "{'a':1}",
            "{}{}",
            "\ufeff{}",
            "NaN",
            "{\"\":null}",
            "[".repeat(20_000),
            "{\"a\":".repeat(5_000),
            "{\"a\":" + "9".repeat(5_000) + "}");

    static Mutant of(Call good, RandomGenerator random) {
        var method = good.route().method();
        var path = new LinkedHashMap<>(good.path());
        var query = new ArrayList<>(good.query().entrySet().stream()
                .map(one -> Map.entry(one.getKey(), one.getValue()))
                .toList());
        var headers = new LinkedHashMap<>(good.headers());
        var json = good.body();
        byte[] raw = null;
        if (json != null) {
            headers.put(
                    "Content-Type",
                    good.route().mediaType() == null
                            ? "application/json"
                            : good.route().mediaType());
        }
        for (int time = random.nextInt(1, 4); time > 0; time--) {
            switch (random.nextInt(json == null ? 6 : 14)) {
                case 0 -> path.replaceAll((_, value) -> random.nextBoolean() ? Hostile.text(random) : value);
                case 1, 2 -> query.add(Map.entry(queryName(good.route(), random), Hostile.text(random)));
                case 3 -> headers.put(HEADERS.get(random.nextInt(HEADERS.size())), headerText(random));
                case 4 -> headers.put("Content-Type", TYPES.get(random.nextInt(TYPES.size())));
                case 5 -> method = random.nextInt(4) == 0 ? METHODS.get(random.nextInt(METHODS.size())) : method;
                case 6 -> raw = BODIES.get(random.nextInt(BODIES.size())).getBytes(StandardCharsets.UTF_8);
                case 7 -> raw = garbled(json.toString().getBytes(StandardCharsets.UTF_8), random);
                default -> json = Hostile.changed(json, random);
            }
        }
        var isText = json != null
                && json.isString()
                && !"application/json".equals(good.route().mediaType());
        var body = raw != null
                ? raw
                : json == null ? null : (isText ? json.asString() : json.toString()).getBytes(StandardCharsets.UTF_8);
        return new Mutant(good.route(), method, path, query, headers, body);
    }

    private static String queryName(Route route, RandomGenerator random) {
        var known = route.parameters("query");
        return known.isEmpty() || random.nextInt(6) == 0
                ? List.of("cursor", "id", "x[]", "a.b", "class.module.classLoader")
                        .get(random.nextInt(5))
                : known.get(random.nextInt(known.size())).name();
    }

    /** What may stand in a header at all; a line end or a NUL never leaves a client. */
    private static String headerText(RandomGenerator random) {
        return Hostile.text(random).replaceAll("[^\\x20-\\x7e\\xa0-\\xff]", "?");
    }

    /** Bytes cut off, turned over, or not UTF-8. */
    private static byte[] garbled(byte[] bytes, RandomGenerator random) {
        if (bytes.length < 2) return new byte[] {(byte) 0xff};
        if (random.nextBoolean()) return java.util.Arrays.copyOf(bytes, random.nextInt(1, bytes.length));
        var copy = bytes.clone();
        copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        return copy;
    }

    @Override
    public String toString() {
        var text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        return method + " " + route.pattern() + " " + path + " " + query + " " + headers + " "
                + (text.length() > 600 ? text.substring(0, 600) + "…" : text);
    }
}
