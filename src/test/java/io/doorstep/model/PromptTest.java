package io.doorstep.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptTest {

    /** What calls were told is known by the version only: write another file for another text. */
    @ParameterizedTest
    @CsvSource({"understand.v1, 36279fa3c47a4305", "word.v1, 1dd77a72ee35cf51", "test.v1, 4257a72881823d47"})
    void a_version_that_was_used_keeps_its_text(String id, String hash) throws Exception {
        var prompt = Stream.of(Prompt.UNDERSTAND, Prompt.WORD, Prompt.TEST)
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();

        var digest = MessageDigest.getInstance("SHA-256").digest(prompt.text().getBytes(UTF_8));

        assertThat(HexFormat.of().formatHex(digest)).startsWith(hash);
    }
}
