package io.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.identity.Role;
import io.doorstep.pipeline.MoveOutcome.Moved;
import io.doorstep.pipeline.MoveOutcome.Refused;
import io.doorstep.pipeline.MoveOutcome.Stale;
import io.doorstep.pipeline.PipelineScene.Scene;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Seeded random commands against a model that fits on a page: the same answers, the same state, and a history that replays to it. */
@PipelineTest
class RandomProgramTest {

    private static final int STEPS = 120;

    @Autowired
    TestAgencies agencies;

    @Autowired
    Scene scene;

    @Autowired
    MoveDeal move;

    @Autowired
    Deals deals;

    @Autowired
    Definitions definitions;

    @Autowired
    NextActions nextActions;

    /** What must be true of the deal, kept by hand. */
    private static final class Model {
        final List<String> stages = new ArrayList<>(List.of("NEW"));
        final Set<Guard> held = EnumSet.noneOf(Guard.class);
        boolean lastCanBeUndone;

        String stage() {
            return stages.getLast();
        }

        int version() {
            return stages.size();
        }

        void moved(String to, boolean undoable) {
            stages.add(to);
            lastCanBeUndone = undoable;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20260514, 987654321})
    void a_random_program_and_the_model_agree_at_every_step(long seed) {
        var random = new Random(seed);
        var agency = agencies.fresh();
        var owner = Scene.owner(agency);
        var agent = scene.colleague(agency, Role.AGENT);
        var deal = agency.inTransaction(scene::anyDeal);
        var definition = agency.inTransaction(() -> definitions.of(PipelineKind.BUYER));
        var model = new Model();

        for (int step = 0; step < STEPS; step++) {
            var to = definition
                    .stages()
                    .get(random.nextInt(definition.stages().size()))
                    .key();
            int version = random.nextInt(8) == 0 ? model.version() + 1 : model.version();
            switch (random.nextInt(6)) {
                case 0, 1, 2 ->
                    moveAlong(
                            agency,
                            definition,
                            deal,
                            model,
                            version,
                            random.nextBoolean() ? to : onward(definition, model, random));
                case 3 -> overrideTo(agency, deal, model, version, to, random.nextBoolean() ? owner : agent);
                case 4 -> undo(agency, deal, model, version);
                default -> happen(agency, deal, model, random);
            }
            agrees(agency, deal, model, definition, "seed %d, step %d".formatted(seed, step));
        }
    }

    private void moveAlong(TestAgency agency, Definition definition, Deal deal, Model model, int version, String to) {
        boolean allowed = definition.transition(model.stage(), to).stream()
                .anyMatch(
                        edge -> edge.guards().stream().allMatch(guard -> model.held.contains(guard) || brought(guard)));
        var extras = new MoveExtras(
                Set.of("BUYER_AGREEMENT"),
                "Bought elsewhere",
                LocalDate.now().plusDays(90),
                65_000_000L,
                LocalDate.now().plusDays(40));
        expect(
                agency.inScope(() -> move.to(deal.id(), to, version, Scene.owner(agency), extras)),
                model,
                version,
                to,
                allowed);
    }

    private void overrideTo(TestAgency agency, Deal deal, Model model, int version, String to, Actor actor) {
        boolean allowed = actor.role() == Role.OWNER && !to.equals(model.stage());
        var outcome =
                agency.inScope(() -> move.override(deal.id(), to, version, actor, MoveExtras.NONE, "The seed says so"));
        expect(outcome, model, version, to, allowed);
    }

    private void undo(TestAgency agency, Deal deal, Model model, int version) {
        var outcome = agency.inScope(() -> move.undo(deal.id(), model.stages.size(), version, Scene.owner(agency)));
        if (version != model.version()) assertThat(outcome).isInstanceOf(Stale.class);
        else if (!model.lastCanBeUndone) assertThat(outcome).isInstanceOf(Refused.class);
        else {
            assertThat(outcome).isInstanceOf(Moved.class);
            model.moved(model.stages.get(model.stages.size() - 2), false);
        }
    }

    private static void expect(MoveOutcome outcome, Model model, int version, String to, boolean allowed) {
        if (version != model.version()) assertThat(outcome).isInstanceOf(Stale.class);
        else if (!allowed) assertThat(outcome).isInstanceOf(Refused.class);
        else {
            assertThat(outcome).isInstanceOf(Moved.class);
            model.moved(to, true);
        }
    }

    /** Something about the lead becomes true; none of it moves the deal by itself here. */
    private void happen(TestAgency agency, Deal deal, Model model, Random random) {
        var lead = deal.leadId();
        switch (random.nextInt(4)) {
            case 0 -> {
                agency.inTransaction(() -> scene.written(lead));
                model.held.add(Guard.OUTBOUND_TOUCH);
            }
            case 1 -> {
                agency.inTransaction(() -> scene.reachable(lead));
                model.held.add(Guard.REACHABLE);
            }
            case 2 -> {
                agency.inTransaction(() -> scene.booked(lead));
                model.held.add(Guard.FUTURE_APPOINTMENT);
            }
            default -> {
                agency.inTransaction(() -> scene.appointments().hold(lead));
                model.held.remove(Guard.FUTURE_APPOINTMENT);
                model.held.add(Guard.APPOINTMENT_OUTCOME);
            }
        }
    }

    private void agrees(TestAgency agency, Deal deal, Model model, Definition definition, String at) {
        agency.inTransaction(() -> {
            var stands = deals.find(deal.id()).orElseThrow();
            var history = deals.history(deal.id());
            boolean open = !definition.require(model.stage()).kind().terminal();
            assertThat(history).as(at).extracting(DealMove::toStage).containsExactlyElementsOf(model.stages);
            assertThat(stands.stage()).as(at).isEqualTo(model.stage());
            assertThat(stands.version()).as(at).isEqualTo(model.version());
            assertThat(stands.open()).as(at).isEqualTo(open);
            assertThat(nextActions.current(deal.id()).isPresent()).as(at).isEqualTo(open);
        });
    }

    private static String onward(Definition definition, Model model, Random random) {
        var ways = definition.from(model.stage());
        return ways.isEmpty()
                ? model.stage()
                : ways.get(random.nextInt(ways.size())).to();
    }

    /** What every move of this program brings along. */
    private static boolean brought(Guard guard) {
        return switch (guard) {
            case BUYER_AGREEMENT, VALUE_AND_CLOSE, LOST_REASON, NURTURE_UNTIL -> true;
            case OUTBOUND_TOUCH, MINIMUM_FACTS, REACHABLE, FUTURE_APPOINTMENT, APPOINTMENT_OUTCOME -> false;
        };
    }
}
