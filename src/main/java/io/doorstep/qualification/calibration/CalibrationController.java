package io.doorstep.qualification.calibration;

import io.doorstep.qualification.calibration.Calibration.Bin;
import io.doorstep.qualification.calibration.Calibrations.Kept;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the agency's scores can be believed. */
@RestController
@Tag(name = "settings")
class CalibrationController {

    private final Calibrations calibrations;

    CalibrationController(Calibrations calibrations) {
        this.calibrations = calibrations;
    }

    /** NO_BETTER: there are enough outcomes, and they follow the score no better than chance. */
    enum State {
        TOO_FEW,
        NO_BETTER,
        READY
    }

    /**
     * @param won closed deals so far; {@code lost} likewise
     * @param leastClosed below this, or with fewer than {@code leastEach} of won or lost, nothing is estimated
     */
    @Schema(name = "Calibration")
    record CalibrationView(
            State state,
            int won,
            int lost,
            int leastClosed,
            int leastEach,
            @Nullable Double brier,
            @Nullable Double baseBrier,
            List<BinView> reliability,
            @Nullable Instant at) {}

    @Schema(name = "ReliabilityBin")
    record BinView(double predicted, double observed, int count) {}

    @GetMapping("/api/settings/scorecard/calibration")
    @Transactional(readOnly = true)
    CalibrationView calibration() {
        return calibrations.newest().map(CalibrationController::view).orElseGet(() -> tooFew(0, 0, null));
    }

    private static CalibrationView view(Kept kept) {
        var calibration = kept.calibration();
        var verdict = calibration.verdict();
        if (verdict == null) return tooFew(calibration.won(), calibration.lost(), kept.at());
        return new CalibrationView(
                verdict.tellsMore() ? State.READY : State.NO_BETTER,
                calibration.won(),
                calibration.lost(),
                Calibration.LEAST_CLOSED,
                Calibration.LEAST_EACH,
                verdict.brier(),
                verdict.baseBrier(),
                verdict.reliability().stream().map(CalibrationController::view).toList(),
                kept.at());
    }

    private static BinView view(Bin bin) {
        return new BinView(bin.predicted(), bin.observed(), bin.count());
    }

    private static CalibrationView tooFew(int won, int lost, @Nullable Instant at) {
        return new CalibrationView(
                State.TOO_FEW, won, lost, Calibration.LEAST_CLOSED, Calibration.LEAST_EACH, null, null, List.of(), at);
    }
}
