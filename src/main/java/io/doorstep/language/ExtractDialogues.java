package io.doorstep.language;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs an engine over recorded dialogues, turn by turn, each in the context of what was said before, and writes the
 * facts that held after each of the lead's turns. One JSON object a line, in and out.
 */
public final class ExtractDialogues {

    /**
     * Dialogues carry no date. Relative dates resolve against a fixed one, so that a run can be repeated to the byte.
     */
    private static final LocalDate TODAY = LocalDate.of(2019, 3, 1);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What was read and written. */
    public record Summary(int dialogues, int leadTurns, int facts) {}

    /** A line that is no dialogue. Nothing is written then. */
    public static final class MalformedDialogue extends RuntimeException {

        private final int line;

        MalformedDialogue(int line, String reason) {
            super("line %d: %s".formatted(line, reason));
            this.line = line;
        }

        public int line() {
            return line;
        }
    }

    private ExtractDialogues() {}

    /**
     * @throws MalformedDialogue with the line's number; {@code out} is then as it was
     * @throws IOException when a file cannot be read or written
     */
    public static Summary run(Path in, Path out, LanguageEngine engine) throws IOException {
        var target = out.toAbsolutePath();
        var draft = Files.createTempFile(target.getParent(), ".extract", ".jsonl");
        try {
            var summary = write(in, draft, engine);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return summary;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static Summary write(Path in, Path draft, LanguageEngine engine) throws IOException {
        int dialogues = 0;
        int leadTurns = 0;
        int facts = 0;
        try (var lines = Files.newBufferedReader(in);
                var writer = Files.newBufferedWriter(draft)) {
            int number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) continue;
                var dialogue = parsed(line, number);
                var known = new LinkedHashMap<String, FactProposal>();
                var turns = turns(dialogue, engine, known, number);
                writeLine(writer, Map.of("id", dialogue.path("id"), "turns", turns));
                dialogues++;
                leadTurns += turns.size();
                facts += known.size();
            }
        }
        return new Summary(dialogues, leadTurns, facts);
    }

    private static JsonNode parsed(String line, int number) {
        JsonNode dialogue;
        try {
            dialogue = JSON.readTree(line);
        } catch (JacksonException broken) {
            throw new MalformedDialogue(number, "not JSON");
        }
        if (!dialogue.isObject()) throw new MalformedDialogue(number, "not an object");
        var id = dialogue.get("id");
        if (id == null || !id.isString() && !id.isNumber()) throw new MalformedDialogue(number, "id is missing");
        var turns = dialogue.get("turns");
        if (turns == null || !turns.isArray()) throw new MalformedDialogue(number, "turns is missing or no list");
        return dialogue;
    }

    private static List<Map<String, Object>> turns(
            JsonNode dialogue, LanguageEngine engine, Map<String, FactProposal> known, int number) {
        var history = new ArrayList<DialogueContext.Turn>();
        var results = new ArrayList<Map<String, Object>>();
        for (var turn : dialogue.path("turns")) {
            var speaker = turn.path("speaker").asString("");
            if (speaker.equals("system")) continue;
            var text = turn.path("text");
            if (!text.isString()) throw new MalformedDialogue(number, "a turn has no text");
            switch (speaker) {
                case "lead" -> {
                    var understanding = engine.understand(text.asString(), context(history, known));
                    understanding.facts().forEach(fact -> known.put(fact.key(), fact));
                    results.add(Map.of("facts", nested(known)));
                    history.add(new DialogueContext.Turn(Speaker.LEAD, text.asString()));
                }
                case "assistant" -> history.add(new DialogueContext.Turn(Speaker.ASSISTANT, text.asString()));
                default -> throw new MalformedDialogue(number, "unknown speaker \"%s\"".formatted(speaker));
            }
        }
        return results;
    }

    private static DialogueContext context(List<DialogueContext.Turn> history, Map<String, FactProposal> known) {
        return new DialogueContext(history, null, List.of(), known, TODAY, ZoneOffset.UTC, "USD", List.of(), List.of());
    }

    /** {@code mustHaves.garage} becomes {@code {"mustHaves": {"garage": ...}}}. */
    private static Map<String, Object> nested(Map<String, FactProposal> known) {
        var facts = new LinkedHashMap<String, Object>();
        known.forEach((key, fact) -> {
            int dot = key.indexOf('.');
            // no wish and no more than a guess are no facts in this format
            if (fact.confidence() < 0.6 || dot < 0 && fact.value().equals("dontcare")) return;
            if (dot < 0) {
                facts.put(key, fact.value());
            } else {
                @SuppressWarnings("unchecked")
                var group = (Map<String, Object>)
                        facts.computeIfAbsent(key.substring(0, dot), name -> new LinkedHashMap<String, Object>());
                group.put(key.substring(dot + 1), fact.value());
            }
        });
        return facts;
    }

    private static void writeLine(BufferedWriter writer, Map<String, ?> line) throws IOException {
        writer.write(JSON.writeValueAsString(line));
        writer.newLine();
    }
}
