package io.doorstep.assistant;

import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How the assistant's memory is written down. Notes of an older or newer release are read as far as they are understood. */
@Component
class MemoryNotes {

    private static final TypeReference<Map<String, Object>> NOTES = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    Memory read(Map<String, Object> notes) {
        return notes.isEmpty() ? Memory.NONE : json.convertValue(notes, Memory.class);
    }

    Map<String, Object> write(Memory memory) {
        return json.convertValue(memory, NOTES);
    }
}
