package io.doorstep.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialogueTest {

    @TempDir
    Path directory;

    @Test
    void only_what_the_lead_said_is_read() throws IOException {
        var file =
                file("""
                {"id": "a", "turns": [{"speaker": "lead", "text": "hi"}, {"speaker": "assistant", "text": "hello"},
                """.strip() + " {\"speaker\": \"lead\", \"text\": \"a flat\"}, {\"speaker\": \"system\"}]}\n\n");

        assertThat(Dialogue.readAll(file))
                .singleElement()
                .satisfies(it -> assertThat(it.lines()).containsExactly("hi", "a flat"));
    }

    @Test
    void a_bad_line_is_named() throws IOException {
        assertThatThrownBy(() -> Dialogue.readAll(file("{\"id\": \"a\", \"turns\": []}\nnope\n")))
                .hasMessage("d.jsonl line 2: not a JSON object.");
        assertThatThrownBy(() -> Dialogue.readAll(file("{\"turns\": []}")))
                .hasMessageContaining("needs an id and turns");
        assertThatThrownBy(
                        () -> Dialogue.readAll(file("{\"id\": \"a\", \"turns\": []}\n{\"id\": \"a\", \"turns\": []}")))
                .hasMessageContaining("stands there twice");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("d.jsonl"), text);
    }
}
