package io.doorstep.analytics;

import io.doorstep.identity.MemberRef;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came in between two days of the agency's zone, both included, and what became of it. Funnel, sources and team follow the leads that came in
 * then, however late they went on; won value counts the deals that were won then.
 */
record Analytics(
        LocalDate from,
        LocalDate to,
        Accounting accounting,
        Kpis kpis,
        List<FunnelStep> funnel,
        List<FirstAnswerBucket> firstAnswer,
        List<SourceRow> sources,
        List<TeamRow> team,
        boolean synthetic) {

    /** {@code touches = newLeads + merged + rejected}, unless one has not been read yet. */
    record Accounting(int touches, int newLeads, int merged, int rejected, boolean balanced) {}

    record Kpis(
            long wonValueMinor,
            int wonDeals,
            String currency,
            int leads,
            int appointments,
            @Nullable Integer assistantMedianSeconds,
            @Nullable Integer memberMedianSeconds) {}

    /** @param kept share of the step before @param medianSeconds from the step before to this one */
    record FunnelStep(
            String step,
            String label,
            int count,
            @Nullable Double kept,
            int left,
            @Nullable String leftText,
            @Nullable Integer medianSeconds) {}

    /** By how soon a person answered the first message. @param share of the leads who wrote @param reachedShare of these, who wrote back */
    record FirstAnswerBucket(String bucket, String label, int leads, double share, double reachedShare) {}

    /** @param weeks new leads in each of the last twelve weeks, the latest last */
    record SourceRow(
            String source, int leads, List<Integer> weeks, double reachedShare, int booked, int won, long valueMinor) {}

    record TeamRow(MemberRef member, int leads, int booked, int won) {}
}
