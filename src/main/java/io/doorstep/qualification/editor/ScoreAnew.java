package io.doorstep.qualification.editor;

import io.doorstep.qualification.Facts;
import io.doorstep.qualification.Scorecards;
import io.doorstep.tenancy.Live;
import io.doorstep.tenancy.TaskHandler;
import io.doorstep.tenancy.Tasks;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives every lead its score under the newest scorecard, a batch per task. What is left to do is read from the leads themselves, so a
 * crash repeats nothing and forgets nothing; each lead is locked only for its own score. A newer version takes the work over.
 */
@Component
class ScoreAnew implements TaskHandler {

    static final String TASK = "score-anew";

    private static final int BATCH = 200;

    private final Rescorings rescorings;
    private final Scorecards scorecards;
    private final Facts facts;
    private final Tasks tasks;
    private final Live live;
    private final TransactionTemplate transaction;

    ScoreAnew(
            Rescorings rescorings,
            Scorecards scorecards,
            Facts facts,
            Tasks tasks,
            Live live,
            TransactionTemplate transaction) {
        this.rescorings = rescorings;
        this.scorecards = scorecards;
        this.facts = facts;
        this.tasks = tasks;
        this.live = live;
        this.transaction = transaction;
    }

    @Override
    public String taskName() {
        return TASK;
    }

    /** @param id of the rescoring */
    @Override
    public void run(UUID id) {
        int version = transaction.<Integer>execute(
                _ -> rescorings.find(id).orElseThrow().version());
        int newest = transaction.<Integer>execute(_ -> scorecards.current().version());
        if (version < newest) {
            transaction.executeWithoutResult(_ -> rescorings.finish(id));
            return;
        }
        for (var lead : facts.toRescore(version, BATCH)) {
            transaction.executeWithoutResult(_ -> {
                if (facts.rescore(lead)) rescorings.countMoved(id);
            });
        }
        transaction.executeWithoutResult(_ -> {
            int left = facts.countToRescore(version);
            if (left == 0) rescorings.finish(id);
            else tasks.scheduleNow(TASK, id, "left-" + left);
            live.publish("scorecard", Map.of("left", String.valueOf(left)));
        });
    }
}
