package io.doorstep.desk;

import io.doorstep.desk.LeadView.DealStep;
import io.doorstep.desk.LeadView.DealStep.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way of a deal through its stages, as a stepper shows it. Pure. */
final class DealSteps {

    private DealSteps() {}

    /** @param at when the deal last came into the stage, if ever */
    record StageOnTheWay(
            String key,
            String name,
            int position,
            String kind,
            @Nullable Instant at,
            boolean override,
            @Nullable String reason) {

        /** Lost and nurture stand beside the way and are shown only to a deal that is there. */
        boolean onTheWay() {
            return kind.equals("OPEN") || kind.equals("WON");
        }
    }

    static List<DealStep> of(List<StageOnTheWay> stages, String current) {
        var now = stages.stream()
                .filter(stage -> stage.key().equals(current))
                .findFirst()
                .orElseThrow();
        // Beside the way the deal has come as far as the furthest stage it was in.
        int reached = now.onTheWay()
                ? now.position()
                : stages.stream()
                        .filter(stage -> stage.onTheWay() && stage.at() != null)
                        .mapToInt(StageOnTheWay::position)
                        .max()
                        .orElse(-1);
        int next = stages.stream()
                .filter(stage -> stage.onTheWay() && stage.position() > reached)
                .mapToInt(StageOnTheWay::position)
                .min()
                .orElse(-1);
        return stages.stream()
                .filter(stage -> stage.onTheWay() || stage.key().equals(current))
                .map(stage -> {
                    var state = state(stage, current, reached, next, now.onTheWay());
                    var been = state == State.DONE || state == State.NOW;
                    return new DealStep(
                            stage.key(),
                            stage.name(),
                            state,
                            been ? stage.at() : null,
                            been && stage.override(),
                            been ? stage.reason() : null);
                })
                .toList();
    }

    private static State state(StageOnTheWay stage, String current, int reached, int next, boolean onTheWay) {
        if (stage.key().equals(current)) {
            return State.NOW;
        }
        if (stage.position() <= reached) {
            return State.DONE;
        }
        return onTheWay && stage.position() == next ? State.NEXT : State.LATER;
    }
}
