package io.doorstep.pipeline;

import io.doorstep.pipeline.Decide.Command;
import io.doorstep.pipeline.Decide.Verdict;
import io.doorstep.pipeline.Definition.Stage;
import io.doorstep.pipeline.Definition.StageKind;
import io.doorstep.pipeline.Definition.Transition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries a lead's deals forward when something happened: through every stage in between, each with a recorded move whose guards hold.
 * Never down, never into an end, and never past a stage that waits for a person. An override downwards is respected: only an activity that
 * belongs further on moves the deal again.
 */
@Component
public class Advance {

    private final Deals deals;
    private final Definitions definitions;
    private final ReadCircumstances circumstances;
    private final RecordMove record;

    Advance(Deals deals, Definitions definitions, ReadCircumstances circumstances, RecordMove record) {
        this.deals = deals;
        this.definitions = definitions;
        this.circumstances = circumstances;
        this.record = record;
    }

    /** @return the lead's open deals as they stand now */
    @Transactional
    public List<Deal> byActivity(UUID leadId, Activity activity, Actor actor) {
        return deals.lockOpenOf(leadId).stream()
                .map(deal -> walk(deal, activity, actor))
                .toList();
    }

    private Deal walk(Deal start, Activity activity, Actor actor) {
        var definition = definitions.of(start.pipelineId(), start.pipelineVersion());
        if (!belongsFurtherOn(definition, definition.require(start.stage()), activity)) return start;
        var deal = start;
        for (var step = step(definition, deal); step.isPresent(); step = step(definition, deal)) {
            var verdict = Decide.decide(
                    definition,
                    deal.stage(),
                    new Command.Move(step.get().to()),
                    circumstances.of(deal, MoveExtras.NONE));
            if (!(verdict instanceof Verdict.Moved(var kind, var to, var checks))) break;
            deal = record.write(deal, new RecordMove.Draft(kind, to, actor, null, checks, MoveExtras.NONE, null));
        }
        return deal;
    }

    /** Whether the activity's own stage lies ahead. */
    private static boolean belongsFurtherOn(Definition definition, Stage here, Activity activity) {
        if (here.kind() == StageKind.NURTURE) return activity.wakes();
        return definition.transitions().stream()
                .filter(edge -> edge.guards().contains(activity.guard()))
                .map(edge -> definition.require(edge.to()))
                .anyMatch(stage -> stage.kind() == StageKind.OPEN && stage.position() > here.position());
    }

    /** The next stage of the way, if the system can see by itself what it takes. */
    private static Optional<Transition> step(Definition definition, Deal deal) {
        var here = definition.require(deal.stage());
        return definition.from(here.key()).stream()
                .filter(edge -> definition.require(edge.to()).kind() == StageKind.OPEN)
                .filter(edge -> here.kind() == StageKind.NURTURE
                        || definition.require(edge.to()).position() > here.position())
                .min(Comparator.comparing(edge -> definition.require(edge.to()).position()))
                .filter(edge ->
                        !edge.guards().isEmpty() && edge.guards().stream().allMatch(Guard::seenByActivity));
    }
}
