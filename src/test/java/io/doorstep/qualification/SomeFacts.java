package io.doorstep.qualification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Facts as they would stand, said at one moment. */
public final class SomeFacts {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant SAID = Instant.parse("2026-05-13T23:02:00Z");

    private SomeFacts() {}

    public static Map<String, StoredFact> of(StoredFact... facts) {
        var map = new HashMap<String, StoredFact>();
        for (var fact : facts) map.put(fact.key(), fact);
        return map;
    }

    /** @param value as JSON */
    public static StoredFact fact(String key, String value) {
        return new StoredFact(
                UUID.nameUUIDFromBytes(key.getBytes(UTF_8)),
                new UUID(0, 1),
                key,
                1,
                JSON.readTree(value),
                value,
                null,
                null,
                null,
                null,
                Origin.IMPORT,
                null,
                1,
                false,
                SAID);
    }
}
