package io.doorstep.desk;

import io.doorstep.question.Known;
import io.doorstep.question.QuestionPlan;
import java.util.List;

/** A question of the agency's plan that nobody has answered yet, in the plan's order. */
record StillToAsk(String key, String label) {

    static List<StillToAsk> of(QuestionPlan plan, List<FactView> facts, boolean named, boolean reachable) {
        return plan.open(new Known(FactSheet.current(facts), named, reachable)).stream()
                .map(open -> new StillToAsk(open.key(), open.label()))
                .toList();
    }
}
