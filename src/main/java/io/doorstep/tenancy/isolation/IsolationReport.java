package io.doorstep.tenancy.isolation;

import io.doorstep.tenancy.isolation.Finding.Verdict.Held;
import io.doorstep.tenancy.isolation.Finding.Verdict.Leaked;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How every attack ended. {@code attempts} counts single statements and rounds, of which one finding may hold many. */
public record IsolationReport(String server, List<Finding> findings, long attempts, Duration took) {

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

    /** The table that {@code ./doorstep verify-isolation} prints. */
    public void print(PrintWriter out) {
        out.printf("%nIsolation of agencies, attacked as doorstep_app on %s%n%n", server);
        out.printf("  %2s  %-76s %8s %6s%n", "#", "attack", "subjects", "leaks");
        for (var attack : Attack.values()) {
            var tried = findings.stream()
                    .filter(finding -> finding.attack() == attack)
                    .toList();
            var leaks = tried.stream()
                    .filter(finding -> finding.verdict() instanceof Leaked)
                    .count();
            out.printf(
                    "  %2d  %-76s %8d %6s%n",
                    attack.number(), attack.sentence(), tried.size(), tried.isEmpty() ? "none" : leaks);
        }
        out.printf(
                "%n%,d attacks on %,d subjects in %.1f s: %s%n",
                attempts, findings.size(), took.toMillis() / 1000.0, verdict());
        for (var finding : findings) {
            switch (finding.verdict()) {
                case Held _ -> {}
                case Leaked(var detail) ->
                    out.printf("  LEAK %d %s: %s%n", finding.attack().number(), finding.subject(), detail);
            }
        }
        out.flush();
    }

    private String verdict() {
        return held() ? "nothing leaked." : leaks().size() + " LEAKS.";
    }
}
