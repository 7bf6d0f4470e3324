package io.doorstep.tenancy.isolation;

import io.doorstep.tenancy.isolation.Probe.Result.Refused;
import io.doorstep.tenancy.isolation.Probe.Result.Rows;
import java.util.ArrayList;
import java.util.List;

/** What the server says about its work: statistics of columns, other sessions' statements, locks, sequences, plans. */
final class MetadataAttacks {

    /** Histograms and most common values are the other agencies' values themselves. */
    private static final List<String> STATISTICS = List.of(
            "select count(*) from pg_stats where schemaname !~ '^(pg_|information_schema$)'",
            "select count(*) from pg_stats_ext where schemaname !~ '^(pg_|information_schema$)'",
            "select count(*) from pg_stats_ext_exprs where schemaname !~ '^(pg_|information_schema$)'",
            "select count(*) from pg_statistic_ext_data",
            "select count(*) from pg_sequences where schemaname !~ '^(pg_|information_schema$)' and last_value is not null");

    private static final List<String> SHOWN = List.of(
            "pg_stat_activity",
            "pg_locks",
            "pg_prepared_xacts",
            "pg_stat_all_tables",
            "pg_stat_all_indexes",
            "pg_stat_user_functions",
            "pg_stat_statements",
            "pg_stat_replication",
            "pg_file_settings",
            "pg_hba_file_rules",
            "pg_shadow");

    private final Probe probe;
    private final ProbeAgencies agencies;

    MetadataAttacks(Probe probe, ProbeAgencies agencies) {
        this.probe = probe;
        this.agencies = agencies;
    }

    List<Finding> run(List<Table> tables) {
        var findings = new ArrayList<Finding>();
        probe.enter(agencies.attacker());
        for (var statement : STATISTICS) {
            var result = probe.undone(() -> probe.attempt(statement));
            findings.add(Finding.of(
                            Attack.METADATA,
                            statement.replaceAll(".* from (\\w+).*", "$1"),
                            result instanceof Refused || result instanceof Rows(var count) && count == 0,
                            "shows values of all agencies: " + result)
                    .by(statement));
        }
        for (var view : SHOWN) {
            // This session typed the victim's values itself.
            var statement = view.equals("pg_stat_activity")
                    ? "select * from pg_stat_activity where pid <> pg_backend_pid()"
                    : "select * from " + view;
            findings.add(shows(view, statement));
        }
        for (var table : tables) {
            findings.add(shows(
                    table.name() + " explained", "explain (analyze, verbose, settings) select * from " + table.name()));
        }
        return findings;
    }

    private Finding shows(String subject, String statement) {
        var answer = probe.undone(() -> probe.answer(statement)).text();
        return Finding.of(
                        Attack.METADATA,
                        subject,
                        !answer.contains(Sentinel.of(agencies.victim()))
                                && !answer.contains(Sentinel.of(agencies.twin())),
                        "shows another agency's value")
                .by(statement);
    }
}
