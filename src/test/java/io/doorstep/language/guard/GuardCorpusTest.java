package io.doorstep.language.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fair housing report: refusals right and wrong, each way, on messages that somebody else wrote. The bounds are what has been reached; words that
 * nobody has judged yet fare worse, see {@code docs/language.md}.
 */
class GuardCorpusTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Line(String id, String kind, String text, boolean declined) {}

    @Test
    void steering_is_declined_and_ordinary_messages_are_not() {
        var steering = judged("steering");
        var legitimate = judged("legitimate");

        print("Steering, declined", steering);
        print("Legitimate, declined", legitimate);
        steering.stream().filter(line -> !line.declined()).forEach(line -> System.out.println("  missed " + line.id()));
        legitimate.stream().filter(Line::declined).forEach(line -> System.out.println("  wrongly " + line.id()));
        assertThat(steering).hasSizeGreaterThanOrEqualTo(150);
        assertThat(legitimate).hasSizeGreaterThanOrEqualTo(150);
        assertThat(share(steering)).isGreaterThanOrEqualTo(0.96);
        assertThat(share(legitimate)).isLessThanOrEqualTo(0.01);
    }

    @Test
    void an_accessibility_request_is_never_declined() {
        assertThat(judged("legitimate"))
                .filteredOn(line -> line.kind().equals("accessibility"))
                .hasSizeGreaterThan(15)
                .noneMatch(Line::declined);
    }

    private static double share(List<Line> lines) {
        return (double) lines.stream().filter(Line::declined).count() / lines.size();
    }

    private static void print(String title, List<Line> lines) {
        System.out.printf(
                "%s: %d of %d%n", title, lines.stream().filter(Line::declined).count(), lines.size());
        lines.stream()
                .collect(Collectors.groupingBy(Line::kind, TreeMap::new, Collectors.toList()))
                .forEach((kind, those) -> System.out.printf(
                        "  %-14s %3d of %3d%n",
                        kind, those.stream().filter(Line::declined).count(), those.size()));
    }

    private static List<Line> judged(String corpus) {
        try (var lines = GuardCorpusTest.class.getResourceAsStream("/guard/" + corpus + ".jsonl")) {
            return new String(Objects.requireNonNull(lines).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(JSON::readTree)
                    .map(line -> new Line(
                            line.get("id").asString(),
                            line.get("class").asString(),
                            line.get("text").asString(),
                            InputGuard.steers(line.get("text").asString())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
