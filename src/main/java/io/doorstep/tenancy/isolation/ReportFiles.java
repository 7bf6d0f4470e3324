package io.doorstep.tenancy.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A report as files: JSON for machines, and one HTML page without any outside part for people, to be read, printed or sent. */
public final class ReportFiles {

    /** @param json where it was written @param html likewise */
    public record Written(Path json, Path html) {}

    private record Line(int number, String attack, long subjects, long leaks, String sample) {}

    private record Leak(int number, String subject, String detail, String statement) {}

    /**
     * Writes {@code <file>.json} and {@code <file>.html}.
     *
     * @param file with or without one of the two endings
     * @param product name and version of what was attacked
     */
    public static Written write(IsolationReport report, String product, Path file) {
        var name = file.getFileName().toString().replaceAll("\\.(json|html)$", "");
        var json = file.resolveSibling(name + ".json");
        var html = file.resolveSibling(name + ".html");
        try {
            if (json.toAbsolutePath().getParent() instanceof Path folder) {
                Files.createDirectories(folder);
            }
            Files.writeString(json, json(report, product));
            Files.writeString(html, new ReportPage(report, product).html());
            return new Written(json, html);
        } catch (IOException e) {
            throw new UncheckedIOException("the report could not be written: " + e.getMessage(), e);
        }
    }

    private static String json(IsolationReport report, String product) {
        var target = report.target();
        var content = new LinkedHashMap<String, Object>();
        content.put("product", product);
        content.put("server", target.server());
        content.put("database", target.database());
        content.put("schema", target.schema());
        content.put("role", target.role());
        content.put("at", target.at().toString());
        content.put("agencies", target.agencies());
        content.put("seconds", report.took().toMillis() / 1000.0);
        content.put("attempts", report.attempts());
        content.put("subjects", report.findings().size());
        content.put("leaks", report.leaks().size());
        content.put("limits", report.concessions());
        content.put(
                "attacks",
                report.lines().stream()
                        .map(line -> new Line(
                                line.attack().number(),
                                line.attack().sentence(),
                                line.subjects(),
                                line.leaks(),
                                line.sample()))
                        .toList());
        content.put("leaked", leaked(report));
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n";
    }

    private static List<Leak> leaked(IsolationReport report) {
        return report.leaks().stream()
                .map(leak -> new Leak(
                        leak.attack().number(), leak.subject(), IsolationReport.detail(leak), leak.statement()))
                .toList();
    }

    private ReportFiles() {}
}
