package io.doorstep.tenancy.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.tenancy.isolation.IsolationReport.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReportFilesTest {

    private static final Target TARGET = new Target(
            "PostgreSQL 18.6", "doorstep", "202611300100", "doorstep_app", Instant.parse("2026-11-30T20:00:00Z"), 12);

    @TempDir
    Path folder;

    @Test
    void the_two_files_say_what_was_attacked_with_what_and_that_nothing_leaked() throws IOException {
        var held = Finding.of(Attack.FOREIGN_ROW, "lead select", true, "").by("select count(*) from lead where a < 1");

        var written = ReportFiles.write(report(held), "doorstep 1", folder.resolve("new/isolation.html"));

        var json = JsonMapper.builder().build().readTree(Files.readString(written.json()));
        assertThat(json.get("leaks").asInt()).isZero();
        assertThat(json.get("schema").asString()).isEqualTo("202611300100");
        assertThat(json.get("attacks").size()).isEqualTo(Attack.values().length);
        assertThat(Files.readString(written.html()))
                .contains("No leak", "PostgreSQL 18.6", "doorstep 1", "30 November 2026, 20:00 UTC", "where a &lt; 1")
                .doesNotContain("{{", "http:", "https:", "<script");
    }

    @Test
    void a_leak_is_told_and_its_words_stay_words() throws IOException {
        var leaked = Finding.of(Attack.OTHER_PATH, "public.<b>view", false, "answered {{chapters}}");

        var written = ReportFiles.write(report(leaked), "doorstep 1", folder.resolve("isolation"));

        assertThat(Files.readString(written.html()))
                .contains("1 leak<", "public.&lt;b&gt;view")
                .doesNotContain("<b>view", "{{");
        assertThat(Files.readString(written.json())).contains("\"leaks\" : 1", "answered {{chapters}}");
    }

    private static IsolationReport report(Finding finding) {
        return new IsolationReport(TARGET, List.of(finding), 40_000, Duration.ofSeconds(12));
    }
}
