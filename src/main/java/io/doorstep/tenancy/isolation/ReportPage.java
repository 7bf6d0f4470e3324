package io.doorstep.tenancy.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/** The report as a page for the operator's customers. The frame and its style stand in {@code isolation/report.html}. */
final class ReportPage {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final int LONGEST_SAMPLE = 420;

    private final IsolationReport report;
    private final String product;

    ReportPage(IsolationReport report, String product) {
        this.report = report;
        this.product = product;
    }

    String html() {
        var target = report.target();
        return frame().replace("{{verdict-class}}", report.held() ? "held" : "leaked")
                .replace(
                        "{{verdict}}",
                        report.held()
                                ? "No leak"
                                : number(report.leaks().size())
                                        + (report.leaks().size() == 1 ? " leak" : " leaks"))
                .replace("{{verdict-sentence}}", escaped(sentence()))
                .replace("{{moment}}", MOMENT.format(target.at()))
                .replace("{{attempts}}", number(report.attempts()))
                .replace("{{subjects}}", number(report.findings().size()))
                .replace("{{leaks}}", number(report.leaks().size()))
                .replace(
                        "{{seconds}}",
                        String.format(Locale.ENGLISH, "%.1f s", report.took().toMillis() / 1000.0))
                .replace("{{product}}", escaped(product))
                .replace("{{server}}", escaped(target.server()))
                .replace("{{schema}}", escaped(target.schema()))
                .replace("{{role}}", escaped(target.role()))
                .replace("{{agencies}}", number(target.agencies()))
                .replace("{{leaked}}", leaked())
                .replace("{{limits}}", limits())
                // What was found may hold what looks like a place; braces of its own are written as entities.
                .replace("{{chapters}}", chapters());
    }

    private String sentence() {
        return report.held()
                ? "Every attempt of one agency to read, change, count or guess at another agency's data was refused by the database."
                : "At least one attempt of one agency to reach another agency's data succeeded. See below.";
    }

    private String chapters() {
        var html = new StringBuilder();
        for (var chapter : Attack.Chapter.values()) {
            html.append("<section><h2>")
                    .append(chapter.heading())
                    .append("</h2><table><thead><tr><th class=\"n\">#</th><th>Attack</th>")
                    .append("<th class=\"r\">Subjects</th><th class=\"r\">Leaks</th></tr></thead><tbody>");
            report.lines().stream()
                    .filter(line -> line.attack().chapter() == chapter)
                    .forEach(line -> html.append(row(line)));
            html.append("</tbody></table></section>");
        }
        return html.toString();
    }

    private static String row(IsolationReport.Line line) {
        var sample = line.sample().isEmpty() ? "" : "<pre>" + escaped(shortened(line.sample())) + "</pre>";
        var leaks = line.subjects() == 0 ? "not tried" : number(line.leaks());
        var mark = line.subjects() == 0 ? "none" : line.leaks() == 0 ? "held" : "leaked";
        return "<tr><td class=\"n\">" + line.attack().number() + "</td><td><p>"
                + escaped(upperFirst(line.attack().sentence()))
                + "</p>" + sample + "</td><td class=\"r\">" + number(line.subjects())
                + "</td><td class=\"r\"><b class=\"" + mark
                + "\">" + leaks + "</b></td></tr>";
    }

    private String leaked() {
        if (report.held()) {
            return "";
        }
        return "<section class=\"leaks\"><h2>What leaked</h2><ul>"
                + report.leaks().stream()
                        .map(leak -> "<li><b>" + leak.attack().number() + " &middot; " + escaped(leak.subject())
                                + "</b> " + escaped(IsolationReport.detail(leak)) + "</li>")
                        .collect(Collectors.joining())
                + "</ul></section>";
    }

    private String limits() {
        if (report.concessions().isEmpty()) {
            return "";
        }
        return "<section><h2>Said plainly</h2><ul>"
                + report.concessions().stream()
                        .map(sentence -> "<li>" + escaped(sentence) + ".</li>")
                        .collect(Collectors.joining())
                + "</ul></section>";
    }

    private static String shortened(String sample) {
        var text = sample.strip();
        return text.length() <= LONGEST_SAMPLE
                ? text
                : text.substring(0, LONGEST_SAMPLE).strip() + " …";
    }

    private static String upperFirst(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ENGLISH) + text.substring(1);
    }

    private static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8").replace("{", "&#123;");
    }

    private static String frame() {
        try (var stream = new ClassPathResource("isolation/report.html").getInputStream()) {
            return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
