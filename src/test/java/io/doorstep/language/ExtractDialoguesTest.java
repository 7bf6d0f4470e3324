package io.doorstep.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExtractDialoguesTest {

    private static final String DIALOGUE = """
            {"id": 7, "turns": [{"speaker": "lead", "text": "I need 2 bedrooms"},\
             {"speaker": "assistant", "text": "Which area?"}, {"speaker": "system", "query": []},\
             {"speaker": "lead", "text": "Oak Hill, with a garage"}]}
            """;

    @TempDir
    Path dir;

    private Path in;
    private Path out;

    @BeforeEach
    void files() {
        in = dir.resolve("in.jsonl");
        out = dir.resolve("out.jsonl");
    }

    private JsonNode extracted() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(out));
    }

    @Test
    void facts_are_cumulative_after_each_of_the_leads_turns() throws IOException {
        Files.writeString(in, DIALOGUE);

        var summary = ExtractDialogues.run(in, out, new LocalEngine());

        assertThat(summary.dialogues()).isEqualTo(1);
        assertThat(summary.leadTurns()).isEqualTo(2);
        assertThat(extracted()).isEqualTo(JsonMapper.shared().readTree("""
                        {"id": 7, "turns": [{"facts": {"beds": 2}},
                         {"facts": {"beds": 2, "areas": ["Oak Hill"], "mustHaves": {"garage": true}}}]}"""));
    }

    @Test
    void blank_lines_are_passed_over_and_an_empty_file_gives_an_empty_one() throws IOException {
        Files.writeString(in, "\n\n");

        assertThat(ExtractDialogues.run(in, out, new LocalEngine()).dialogues()).isZero();
        assertThat(out).isEmptyFile();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\": 1, \"turns\": | not JSON",
                "[] | not an object",
                "{\"turns\": []} | id is missing",
                "{\"id\": 1} | turns is missing or no list",
                "{\"id\": 1, \"turns\": [{\"speaker\": \"lead\"}]} | a turn has no text",
                "{\"id\": 1, \"turns\": [{\"speaker\": \"cat\", \"text\": \"hi\"}]} | unknown speaker \"cat\""
            })
    void a_malformed_line_is_refused_by_its_number_and_nothing_is_half_written(String line, String reason)
            throws IOException {
        Files.writeString(in, DIALOGUE + line + "\n");
        Files.writeString(out, "as it was");

        assertThatThrownBy(() -> ExtractDialogues.run(in, out, new LocalEngine()))
                .isInstanceOf(ExtractDialogues.MalformedDialogue.class)
                .hasMessage("line 2: " + reason);
        assertThat(out).hasContent("as it was");
        try (var left = Files.list(dir)) {
            assertThat(left).hasSize(2);
        }
    }
}
