package io.doorstep.qualification.calibration;

import io.doorstep.qualification.Chances;
import io.doorstep.qualification.OutcomeKnown;
import io.doorstep.qualification.Outcomes;
import io.doorstep.qualification.Qualification;
import io.doorstep.qualification.Qualification.Contribution;
import io.doorstep.tenancy.TaskHandler;
import io.doorstep.tenancy.Tasks;
import io.doorstep.tenancy.TenantScope;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Learns anew when deals have ended, at most once a minute, outside of any transaction. */
@Component
class Calibrate implements TaskHandler, Chances {

    private static final String TASK = "calibrate";

    private final Outcomes outcomes;
    private final Calibrations calibrations;
    private final Tasks tasks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Calibrate(Outcomes outcomes, Calibrations calibrations, Tasks tasks, TransactionTemplate transaction, Clock clock) {
        this.outcomes = outcomes;
        this.calibrations = calibrations;
        this.tasks = tasks;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener
    void on(OutcomeKnown known) {
        var next = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        tasks.schedule(TASK, TenantScope.current().value(), next.toString(), next);
    }

    @Override
    public String taskName() {
        return TASK;
    }

    /** Learning twice from the same deals gives the same model, and only the newest counts. */
    @Override
    public void run(UUID tenant) {
        List<Sample> samples = transaction.execute(_ -> calibrations.samples(outcomes.closed()));
        var calibration = Calibration.of(samples);
        transaction.executeWithoutResult(_ -> calibrations.add(calibration));
    }

    @Override
    public Optional<Chance> of(Qualification given) {
        return calibrations.newest().flatMap(kept -> {
            var calibration = kept.calibration();
            var verdict = calibration.verdict();
            if (verdict == null || !verdict.tellsMore()) return Optional.empty();
            var shares = given.contributions().stream()
                    .collect(Collectors.toMap(Contribution::criterion, line -> line.points() / (double) line.outOf()));
            return Optional.of(new Chance(
                    verdict.model().chance(shares),
                    calibration.won() + calibration.lost(),
                    calibration.won(),
                    verdict.brier(),
                    kept.at()));
        });
    }
}
