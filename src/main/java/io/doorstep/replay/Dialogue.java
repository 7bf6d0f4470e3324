package io.doorstep.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One recorded dialogue: what the lead said, in order. */
record Dialogue(String id, List<String> lines) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * @param file JSON Lines of {@code {"id", "turns": [{"speaker": "lead"|..., "text"}]}}
     * @throws ReplayStopped naming the line that is not that
     */
    static List<Dialogue> readAll(Path file) throws IOException {
        var dialogues = new ArrayList<Dialogue>();
        var ids = new HashSet<String>();
        var number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var dialogue = read(line, file.getFileName() + " line " + number);
            if (!ids.add(dialogue.id())) {
                throw new ReplayStopped("%s line %d: the id %s stands there twice."
                        .formatted(file.getFileName(), number, dialogue.id()));
            }
            dialogues.add(dialogue);
        }
        return dialogues;
    }

    private static Dialogue read(String line, String where) {
        try {
            var node = JSON.readTree(line);
            var id = node.path("id").asString("");
            if (id.isEmpty() || !node.path("turns").isArray()) {
                throw new ReplayStopped(where + ": a dialogue needs an id and turns.");
            }
            var lines = node.path("turns")
                    .valueStream()
                    .filter(Dialogue::isLead)
                    .map(turn -> turn.path("text").asString(""))
                    .toList();
            return new Dialogue(id, lines);
        } catch (JacksonException notJson) {
            throw new ReplayStopped(where + ": not a JSON object.");
        }
    }

    private static boolean isLead(JsonNode turn) {
        return turn.path("speaker").asString("").equals("lead")
                && !turn.path("text").asString("").isBlank();
    }
}
