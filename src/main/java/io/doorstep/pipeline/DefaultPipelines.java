package io.doorstep.pipeline;

import static io.doorstep.pipeline.Guard.APPOINTMENT_OUTCOME;
import static io.doorstep.pipeline.Guard.BUYER_AGREEMENT;
import static io.doorstep.pipeline.Guard.FUTURE_APPOINTMENT;
import static io.doorstep.pipeline.Guard.LOST_REASON;
import static io.doorstep.pipeline.Guard.MINIMUM_FACTS;
import static io.doorstep.pipeline.Guard.NURTURE_UNTIL;
import static io.doorstep.pipeline.Guard.OUTBOUND_TOUCH;
import static io.doorstep.pipeline.Guard.REACHABLE;
import static io.doorstep.pipeline.Guard.VALUE_AND_CLOSE;

import io.doorstep.pipeline.Definition.Stage;
import io.doorstep.pipeline.Definition.StageKind;
import io.doorstep.pipeline.Definition.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a new agency starts with. A line is a step of the way: the stage, and what must hold to enter it from the one before. */
final class DefaultPipelines {

    private DefaultPipelines() {}

    private record Step(String key, String name, List<Guard> guards) {
        Step(String key, String name, Guard... guards) {
            this(key, name, List.of(guards));
        }
    }

    static Definition of(PipelineKind kind, UUID id) {
        return switch (kind) {
            case BUYER ->
                build(
                        id,
                        kind,
                        "Buyer pipeline",
                        List.of(
                                new Step("NEW", "New"),
                                new Step("CONTACTED", "Contacted", OUTBOUND_TOUCH),
                                new Step("QUALIFIED", "Qualified", MINIMUM_FACTS),
                                new Step("APPOINTMENT_SET", "Appointment set", REACHABLE, FUTURE_APPOINTMENT),
                                new Step("MET", "Met", APPOINTMENT_OUTCOME),
                                new Step("AGREEMENT_SIGNED", "Agreement signed"),
                                new Step("SHOWING", "Showing", BUYER_AGREEMENT),
                                new Step("OFFER", "Offer"),
                                new Step("UNDER_CONTRACT", "Under contract", VALUE_AND_CLOSE)));
            case SELLER ->
                build(
                        id,
                        kind,
                        "Seller pipeline",
                        List.of(
                                new Step("NEW", "New"),
                                new Step("CONTACTED", "Contacted", OUTBOUND_TOUCH),
                                new Step("QUALIFIED", "Qualified", MINIMUM_FACTS),
                                new Step("APPOINTMENT_SET", "Appointment set", REACHABLE, FUTURE_APPOINTMENT),
                                new Step("MET", "Met", APPOINTMENT_OUTCOME),
                                new Step("LISTING_AGREEMENT", "Listing agreement"),
                                new Step("LISTED", "Listed"),
                                new Step("OFFER", "Offer"),
                                new Step("UNDER_CONTRACT", "Under contract", VALUE_AND_CLOSE)));
            case RENTAL ->
                build(
                        id,
                        kind,
                        "Rental pipeline",
                        List.of(
                                new Step("NEW", "New"),
                                new Step("CONTACTED", "Contacted", OUTBOUND_TOUCH),
                                new Step("QUALIFIED", "Qualified", MINIMUM_FACTS),
                                new Step("VIEWING_SET", "Viewing set", REACHABLE, FUTURE_APPOINTMENT),
                                new Step("VIEWED", "Viewed", APPOINTMENT_OUTCOME),
                                new Step("APPLICATION", "Application"),
                                new Step("APPROVED", "Approved")));
        };
    }

    /** The way, then Won at its end; Lost and Nurture from every open stage, and from Nurture back to Contacted. */
    private static Definition build(UUID id, PipelineKind kind, String name, List<Step> way) {
        List<Stage> stages = new ArrayList<>();
        List<Transition> transitions = new ArrayList<>();
        for (int at = 0; at < way.size(); at++) {
            var step = way.get(at);
            stages.add(new Stage(step.key, step.name, at + 1, StageKind.OPEN, at == 0));
            if (at > 0) transitions.add(new Transition(way.get(at - 1).key, step.key, step.guards));
            transitions.add(new Transition(step.key, "LOST", List.of(LOST_REASON)));
            transitions.add(new Transition(step.key, "NURTURE", List.of(NURTURE_UNTIL)));
        }
        stages.add(new Stage("WON", "Won", way.size() + 1, StageKind.WON, false));
        stages.add(new Stage("LOST", "Lost", way.size() + 2, StageKind.LOST, false));
        stages.add(new Stage("NURTURE", "Nurture", way.size() + 3, StageKind.NURTURE, false));
        transitions.add(new Transition(way.getLast().key, "WON", List.of()));
        transitions.add(new Transition("NURTURE", "CONTACTED", List.of(OUTBOUND_TOUCH)));
        transitions.add(new Transition("NURTURE", "LOST", List.of(LOST_REASON)));
        return new Definition(id, kind, name, 1, stages, transitions);
    }
}
