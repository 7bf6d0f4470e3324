package io.doorstep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security.md answers every requirement once, and what it names as evidence is there. */
class SecurityDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/security.md");
    private static final Set<String> VERDICTS = Set.of("met", "partly", "gap", "operator", "not applicable");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    /** A class, or a file of the repository; commands, headers and settings are words. */
    private static final Pattern CLASS = Pattern.compile("[A-Z][A-Za-z0-9]+");

    private static final Pattern FILE = Pattern.compile(
            "[A-Za-z0-9_./-]+\\.(java|js|ts|tsx|md|sql|yaml|xml|txt)|(src|docs|bench|scripts|e2e|web|widget)/[A-Za-z0-9_./-]+");

    private record Row(List<String> requirements, String verdict, String evidence) {}

    @Test
    void every_requirement_of_level_2_is_answered_once() throws IOException {
        var wanted = Files.readAllLines(Path.of("src/test/resources/asvs-5.0-level-2.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ")[0])
                .toList();

        assertThat(rows().stream().flatMap(row -> row.requirements().stream()).toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void every_verdict_is_one_of_five_and_what_is_met_names_its_evidence() throws IOException {
        for (var row : rows()) {
            assertThat(VERDICTS).as(row.requirements().toString()).contains(row.verdict());
            if (row.verdict().equals("met")) {
                assertThat(row.evidence()).as(row.requirements().toString()).contains("`");
            }
        }
    }

    @Test
    void every_class_and_file_that_is_named_is_there() throws IOException {
        var classes = classes();
        var missing = new ArrayList<String>();
        for (var line : Files.readAllLines(DOCUMENT)) {
            var named = CODE.matcher(line);
            while (named.find()) {
                var name = named.group(1);
                if (CLASS.matcher(name).matches()
                        ? !classes.contains(name)
                        : FILE.matcher(name).matches() && !Files.exists(Path.of(name))) {
                    missing.add(name);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| V"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Row(
                        Arrays.stream(cells[1].split(",")).map(String::strip).toList(),
                        cells[3].strip(),
                        cells[4].strip()))
                .toList();
    }

    private static Set<String> classes() throws IOException {
        try (var main = Files.walk(Path.of("src/main/java"));
                var test = Files.walk(Path.of("src/test/java"))) {
            return Stream.concat(main, test)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
