package io.doorstep.analytics;

import io.doorstep.analytics.Analytics.Accounting;
import io.doorstep.analytics.Analytics.FunnelStep;
import io.doorstep.analytics.Analytics.Kpis;
import io.doorstep.analytics.Progress.Cohort;
import io.doorstep.analytics.Progress.Steps;
import io.doorstep.pipeline.PipelineKind;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Agencies;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The report from first touch to won. */
@RestController
@Tag(name = "analytics")
class AnalyticsController {

    private static final int USUAL_DAYS = 90;
    private static final int LONGEST_DAYS = 3 * 366;

    private final Progress progress;
    private final Agencies agencies;
    private final Clock clock;

    AnalyticsController(Progress progress, Agencies agencies, Clock clock) {
        this.progress = progress;
        this.agencies = agencies;
        this.clock = clock;
    }

    @GetMapping("/api/analytics")
    @Transactional(readOnly = true)
    public Analytics analytics(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable PipelineKind pipeline) {
        var agency = agencies.current();
        var last = to == null ? clock.instant().atZone(agency.timeZone()).toLocalDate() : to;
        var first = from == null ? last.minusDays(USUAL_DAYS) : from;
        requireSpan(first, last);
        var cohort = new Cohort(
                first.atStartOfDay(agency.timeZone()).toInstant(),
                last.plusDays(1).atStartOfDay(agency.timeZone()).toInstant(),
                pipeline);
        var accounting = progress.accounting(cohort);
        var steps = progress.steps(cohort);
        var won = progress.won(cohort);
        return new Analytics(
                first,
                last,
                accounting,
                new Kpis(
                        won.valueMinor(),
                        won.deals(),
                        agency.currency(),
                        steps.leads(),
                        steps.booked(),
                        steps.assistant(),
                        steps.member()),
                funnel(accounting, steps),
                progress.firstAnswer(cohort),
                progress.sources(cohort),
                progress.team(cohort),
                agency.synthetic());
    }

    private static void requireSpan(LocalDate first, LocalDate last) {
        if (first.isAfter(last)) {
            throw Refusal.Invalid.field("from", "is after `to`; turn the two round.")
                    .asException();
        }
        if (ChronoUnit.DAYS.between(first, last) > LONGEST_DAYS) {
            throw Refusal.Invalid.field("from", "is more than three years before `to`; choose a shorter time.")
                    .asException();
        }
    }

    private static List<FunnelStep> funnel(Accounting accounting, Steps steps) {
        var funnel = new ArrayList<FunnelStep>();
        funnel.add(new FunnelStep("TOUCHES", "Touches", accounting.touches(), null, 0, null, null));
        add(
                funnel,
                "NEW_LEADS",
                "New leads",
                steps.leads(),
                "%,d merged, %,d rejected".formatted(accounting.merged(), accounting.rejected()),
                null);
        add(funnel, "TWO_WAY", "Two-way contact", steps.contact(), null, steps.toContact());
        add(funnel, "QUALIFIED", "Qualified", steps.qualified(), null, steps.toQualified());
        add(funnel, "APPOINTMENT_SET", "Appointment set", steps.booked(), null, steps.toBooked());
        add(funnel, "MET", "Met", steps.met(), null, steps.toMet());
        add(funnel, "SIGNED", "Agreement signed", steps.signed(), null, steps.toSigned());
        add(funnel, "WON", "Won", steps.won(), null, steps.toWon());
        return funnel;
    }

    private static void add(
            List<FunnelStep> funnel,
            String step,
            String label,
            int count,
            @Nullable String leftText,
            @Nullable Integer medianSeconds) {
        var before = funnel.getLast().count();
        funnel.add(new FunnelStep(
                step,
                label,
                count,
                before == 0 ? null : (double) count / before,
                Math.max(0, before - count),
                leftText,
                medianSeconds));
    }
}
