package io.doorstep.identity.passwords;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final List<String> KNOWN =
            List.of("Harbor & Pine Realty", "Ana Reyes", "ana.reyes@harborandpine.example");

    private final PasswordRules rules = new PasswordRules("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "a password for tests",
                "viel Wind am Kai",
                "contraseña de verano larga",
                "Maple-4821-7736-2210",
                "tqmZkwpvaejh",
                "门前的老橡树和邻居家的猫",
                "harborandpine is where I sell houses"
            })
    void a_long_one_of_ones_own_is_taken_whatever_its_characters(String password) {
        assertThat(rules.objectionTo(password, KNOWN)).isEmpty();
        assertThat(rules.breached(password)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "short,needs 10 to 200",
        "aaaaaaaaaaaa,repeats",
        "abcabcabcabcab,repeats",
        "1qaz2wsx3edc,stolen passwords",
        "QWERTYUIOP,stolen passwords",
        "passwordpassword,stolen passwords",
        "Dragon2024!!,common password with a little added",
        "!!Sunshine77,common password with a little added",
        "P@$$w0rd2026,common password with a little added",
        "HarborAndPine1,a name of yours",
        "h4rb0randp1ne!,a name of yours",
        "AnaReyes2026,a name of yours",
        "Doorstep-12345,a name of yours"
    })
    void one_that_is_guessed_first_is_refused_with_the_reason(String password, String reason) {
        assertThat(rules.objectionTo(password, KNOWN))
                .hasValueSatisfying(said -> assertThat(said).contains(reason));
    }

    @Test
    void the_list_that_is_shipped_is_whole() {
        assertThat(BundledList.read().size()).isEqualTo(151_127);
        assertThatThrownBy(() -> rules.require("password", "short", KNOWN)).hasMessageContaining("password");
    }

    @Test
    void an_operators_file_is_searched_to_its_first_and_last_line(@TempDir Path folder) throws Exception {
        var random = new Random(7);
        var passwords =
                IntStream.range(0, 3_000).mapToObj(i -> "gull of a thief " + i).toList();
        var lines = passwords.stream()
                .map(password -> sha1(password) + ":" + Math.abs(random.nextInt(1 << random.nextInt(1, 30))))
                .sorted()
                .toList();
        for (var end : new String[] {"\r\n", "\n"}) {
            var file = Files.writeString(folder.resolve("pwned" + end.length()), String.join(end, lines));
            var breached = new BreachedFile(file);

            for (var password : passwords)
                assertThat(breached.has(password)).as(password).isTrue();
            for (var i = 0; i < 3_000; i++)
                assertThat(breached.has("free " + i)).isFalse();
            assertThat(new PasswordRules(file.toString()).objectionTo("gull of a thief 1234", KNOWN))
                    .isPresent();
            assertThat(rules.objectionTo("gull of a thief 1234", KNOWN)).isEmpty();
        }
    }

    @Test
    void a_file_of_one_line_is_searched_and_what_is_no_list_is_said_at_start(@TempDir Path folder) throws IOException {
        var one = new BreachedFile(Files.writeString(folder.resolve("one"), sha1("only one") + ":3\n"));
        assertThat(one.has("only one")).isTrue();
        assertThat(one.has("another")).isFalse();

        var words = Files.writeString(folder.resolve("words"), "password\n123456\n");
        var empty = Files.writeString(folder.resolve("empty"), "");
        for (var file : List.of(words, empty, folder.resolve("missing"))) {
            assertThatThrownBy(() -> new PasswordRules(file.toString())).hasMessageContaining("Have I Been Pwned");
        }
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
