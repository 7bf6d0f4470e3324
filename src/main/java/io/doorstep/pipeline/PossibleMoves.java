package io.doorstep.pipeline;

import io.doorstep.pipeline.Decide.Command;
import io.doorstep.pipeline.Decide.Verdict;
import io.doorstep.platform.Refusal;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a deal could go, before anybody moves it: the board tints and locks its columns by this. */
@Component
public class PossibleMoves {

    /** @param allowed whether it would be carried out now, with nothing more to say */
    public record Possible(String to, String name, boolean inMap, boolean allowed, List<Check> checks) {}

    public record Answer(int version, String from, boolean mayOverride, List<Possible> moves) {}

    private final Deals deals;
    private final Definitions definitions;
    private final ReadCircumstances circumstances;

    PossibleMoves(Deals deals, Definitions definitions, ReadCircumstances circumstances) {
        this.deals = deals;
        this.definitions = definitions;
        this.circumstances = circumstances;
    }

    @Transactional(readOnly = true)
    public Answer of(UUID dealId, Actor actor) {
        var deal =
                deals.find(dealId).orElseThrow(() -> Refusal.NotFound.of("deal").asException());
        var definition = definitions.of(deal.pipelineId(), deal.pipelineVersion());
        var known = circumstances.of(deal, MoveExtras.NONE);
        var moves = definition.stages().stream()
                .filter(stage -> !stage.key().equals(deal.stage()))
                .map(stage -> possible(definition, deal, stage, known))
                .toList();
        return new Answer(deal.version(), deal.stage(), Decide.mayOverride(actor.role()), moves);
    }

    private static Possible possible(Definition definition, Deal deal, Definition.Stage stage, Circumstances known) {
        return switch (Decide.decide(definition, deal.stage(), new Command.Move(stage.key()), known)) {
            case Verdict.Moved moved -> new Possible(stage.key(), stage.name(), true, true, moved.checks());
            case Verdict.Refused refused ->
                new Possible(stage.key(), stage.name(), refused.inMap(), false, refused.checks());
        };
    }
}
