package io.doorstep.tenancy.isolation;

import io.doorstep.tenancy.isolation.Finding.Verdict.Conceded;
import io.doorstep.tenancy.isolation.Finding.Verdict.Held;
import io.doorstep.tenancy.isolation.Finding.Verdict.Leaked;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How every attack ended. {@code attempts} counts single statements and rounds, of which one finding may hold many. */
public record IsolationReport(Target target, List<Finding> findings, long attempts, Duration took) {

    /**
     * What was attacked.
     *
     * @param schema version of the newest migration
     * @param at by the server's clock
     * @param agencies that live there and were left alone
     */
    public record Target(String server, String database, String schema, String role, Instant at, long agencies) {}

    /** One attack over all of its subjects. */
    record Line(Attack attack, long subjects, long leaks, String sample) {}

    public List<Finding> leaks() {
        return findings.stream()
                .filter(finding -> finding.verdict() instanceof Leaked)
                .toList();
    }

    public boolean held() {
        return leaks().isEmpty();
    }

    Set<Attack> leakingAttacks() {
        var attacks = new TreeSet<Attack>();
        leaks().forEach(leak -> attacks.add(leak.attack()));
        return attacks;
    }

    /** In the order of the attacks. The sample is a statement that was really run: the shortest, so that it can be read. */
    List<Line> lines() {
        return Arrays.stream(Attack.values())
                .map(attack -> {
                    var tried = findings.stream()
                            .filter(finding -> finding.attack() == attack)
                            .toList();
                    var leaks = tried.stream()
                            .filter(finding -> finding.verdict() instanceof Leaked)
                            .count();
                    var sample = tried.stream()
                            .map(Finding::statement)
                            .filter(statement -> !statement.isEmpty())
                            .min(java.util.Comparator.comparingInt(String::length));
                    return new Line(attack, tried.size(), leaks, sample.orElse(""));
                })
                .toList();
    }

    /** The sentences of findings that are a limit and no leak. */
    List<String> concessions() {
        var sentences = new ArrayList<String>();
        for (var finding : findings) {
            switch (finding.verdict()) {
                case Held _, Leaked _ -> {}
                case Conceded(var detail) -> sentences.add(finding.subject() + " " + detail);
            }
        }
        return sentences;
    }

    String verdict() {
        return held() ? "nothing leaked." : leaks().size() + " LEAKS.";
    }

    /** The table that {@code ./doorstep verify-isolation} prints. */
    public void print(PrintWriter out) {
        out.printf(
                "%nIsolation of agencies, attacked as %s on %s, database %s, schema %s%n%n",
                target.role(), target.server(), target.database(), target.schema());
        out.printf("  %2s  %-86s %8s %6s%n", "#", "attack", "subjects", "leaks");
        for (var line : lines()) {
            out.printf(
                    "  %2d  %-86s %8d %6s%n",
                    line.attack().number(),
                    line.attack().sentence(),
                    line.subjects(),
                    line.subjects() == 0 ? "none" : line.leaks());
        }
        out.printf(
                "%n%,d attacks on %,d subjects in %.1f s: %s%n",
                attempts, findings.size(), took.toMillis() / 1000.0, verdict());
        for (var finding : leaks()) {
            out.printf("  LEAK %d %s: %s%n", finding.attack().number(), finding.subject(), detail(finding));
        }
        concessions().forEach(sentence -> out.printf("  known limit: %s.%n", sentence));
        out.flush();
    }

    static String detail(Finding finding) {
        return switch (finding.verdict()) {
            case Held _ -> "";
            case Leaked(var detail) -> detail;
            case Conceded(var detail) -> detail;
        };
    }
}
