package io.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.identity.Role;
import io.doorstep.pipeline.MoveOutcome.Moved;
import io.doorstep.pipeline.MoveOutcome.Refused;
import io.doorstep.pipeline.MoveOutcome.Stale;
import io.doorstep.pipeline.PipelineScene.Scene;
import io.doorstep.testing.SettableClock;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PipelineTest
class MoveDealTest {

    @Autowired
    TestAgencies agencies;

    @Autowired
    Scene scene;

    @Autowired
    MoveDeal move;

    @Autowired
    PossibleMoves possible;

    @Autowired
    Deals deals;

    @Autowired
    NextActions nextActions;

    @Autowired
    SettableClock clock;

    private TestAgency agency;
    private Actor owner;
    private Deal deal;

    @BeforeEach
    void a_new_deal() {
        agency = agencies.fresh();
        owner = Scene.owner(agency);
        deal = agency.inTransaction(scene::anyDeal);
    }

    @AfterEach
    void now_again() {
        clock.reset();
    }

    @Test
    void a_new_deal_stands_in_new_with_an_owner_and_a_next_action() {
        assertThat(deal.stage()).isEqualTo("NEW");
        assertThat(deal.ownerId()).isEqualTo(agency.owner().memberId());
        assertThat(next().title()).isEqualTo("Assistant is asking");
        assertThat(history()).extracting(DealMove::kind).containsExactly(MoveKind.OPENED);
    }

    @Test
    void a_move_along_the_map_is_recorded_and_says_what_comes_next() {
        agency.inTransaction(() -> scene.written(deal.leadId()));

        var outcome = to("CONTACTED", 1, MoveExtras.NONE);

        assertThat(outcome).isInstanceOfSatisfying(Moved.class, moved -> {
            assertThat(moved.deal().stage()).isEqualTo("CONTACTED");
            assertThat(moved.deal().version()).isEqualTo(2);
            assertThat(moved.seq()).isEqualTo(2);
        });
        assertThat(next().title()).isEqualTo("Call again");
    }

    @Test
    void a_refused_move_changes_nothing_and_names_each_guard() {
        var outcome = to("CONTACTED", 1, MoveExtras.NONE);

        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.inMap()).isTrue();
            assertThat(refused.mayOverride()).isTrue();
            assertThat(refused.checks())
                    .singleElement()
                    .satisfies(check -> assertThat(check.holds()).isFalse());
        });
        assertThat(history()).hasSize(1);
        assertThat(current().version()).isEqualTo(1);
    }

    @Test
    void a_stage_is_not_skipped() {
        agency.inTransaction(() -> scene.written(deal.leadId()));

        assertThat(to("QUALIFIED", 1, MoveExtras.NONE)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.inMap()).isFalse();
            assertThat(refused.checks().getFirst().sentence())
                    .isEqualTo("From New a deal goes to Contacted, Lost, Nurture");
        });
    }

    @Test
    void an_old_version_is_stale_and_brings_the_deal_as_it_is() {
        agency.inTransaction(() -> scene.written(deal.leadId()));
        to("CONTACTED", 1, MoveExtras.NONE);

        assertThat(to("LOST", 1, lost("Bought elsewhere")))
                .isInstanceOfSatisfying(
                        Stale.class,
                        stale -> assertThat(stale.current().version()).isEqualTo(2));
    }

    @Test
    void lost_needs_a_reason_and_closes_the_deal_with_nothing_left_to_do() {
        assertThat(to("LOST", 1, lost("  "))).isInstanceOf(Refused.class);

        assertThat(to("LOST", 1, lost("Bought elsewhere"))).isInstanceOf(Moved.class);

        assertThat(current()).satisfies(closed -> {
            assertThat(closed.open()).isFalse();
            assertThat(closed.lostReason()).isEqualTo("Bought elsewhere");
        });
        assertThat(agency.inTransaction(() -> nextActions.current(deal.id()))).isEmpty();
    }

    @Test
    void nurture_waits_until_the_day_it_was_given() {
        var until = LocalDate.now().plusDays(60);

        to("NURTURE", 1, new MoveExtras(Set.of(), null, until, null, null));

        assertThat(next().kind()).isEqualTo(NextAction.Kind.WAIT);
        assertThat(next().dueAt())
                .isEqualTo(
                        until.atTime(9, 0).atZone(agency.settings().timeZone()).toInstant());
    }

    @Test
    void an_admin_overrides_with_a_reason_and_the_record_says_so_and_an_agent_may_not() {
        var admin = scene.colleague(agency, Role.ADMIN);
        var agent = scene.colleague(agency, Role.AGENT);

        assertThat(override("SHOWING", 1, agent, "I know them")).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.mayOverride()).isFalse();
            assertThat(refused.checks().getFirst().key()).isEqualTo("AUTHORITY");
        });
        assertThat(override("SHOWING", 1, Actor.ASSISTANT, "The model thinks so"))
                .isInstanceOf(Refused.class);
        assertThat(override("SHOWING", 1, admin, " ")).isInstanceOf(Refused.class);
        assertThat(override("SHOWING", 1, admin, "Met at the open house")).isInstanceOf(Moved.class);

        assertThat(history().getLast()).satisfies(row -> {
            assertThat(row.kind()).isEqualTo(MoveKind.OVERRIDE);
            assertThat(row.authority()).isEqualTo("ADMIN");
            assertThat(row.reason()).isEqualTo("Met at the open house");
            assertThat(row.memberId()).isEqualTo(admin.memberId());
        });
    }

    @Test
    void an_override_opens_a_closed_deal_again_with_something_to_do() {
        to("LOST", 1, lost("Went silent"));

        assertThat(override("CONTACTED", 2, owner, "They called back")).isInstanceOf(Moved.class);

        assertThat(current().open()).isTrue();
        assertThat(current().lostReason()).isNull();
        assertThat(next()).isNotNull();
    }

    @Test
    void the_mover_takes_a_move_back_within_a_minute_and_finds_the_old_next_action() {
        var before = next();
        to("LOST", 1, lost("Wrong card"));

        var outcome = undo(2, 2, owner);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Moved.class, moved -> assertThat(moved.deal().stage()).isEqualTo("NEW"));
        assertThat(history())
                .extracting(DealMove::kind)
                .containsExactly(MoveKind.OPENED, MoveKind.TRANSITION, MoveKind.UNDO);
        assertThat(next())
                .extracting(NextAction::title, NextAction::dueAt)
                .containsExactly(before.title(), before.dueAt());
        assertThat(current().lostReason()).isNull();
    }

    @Test
    void nobody_else_and_nobody_later_takes_it_back_nor_anything_but_the_last_move() {
        var admin = scene.colleague(agency, Role.ADMIN);
        agency.inTransaction(() -> scene.written(deal.leadId()));
        to("CONTACTED", 1, MoveExtras.NONE);

        assertThat(undo(2, 2, admin)).isInstanceOf(Refused.class);
        assertThat(undo(1, 2, owner)).isInstanceOf(Stale.class);
        clock.forward(Duration.ofSeconds(61));
        assertThat(undo(2, 2, owner)).isInstanceOf(Refused.class);
        clock.reset();
        assertThat(undo(2, 2, owner)).isInstanceOf(Moved.class);
        assertThat(undo(3, 3, owner)).isInstanceOf(Refused.class);
    }

    @Test
    void the_moves_on_offer_say_for_every_other_stage_what_it_takes() {
        var answer = agency.inScope(() -> possible.of(deal.id(), owner));

        assertThat(answer.moves()).hasSize(11);
        assertThat(answer.moves())
                .filteredOn(PossibleMoves.Possible::inMap)
                .extracting(PossibleMoves.Possible::to)
                .containsExactly("CONTACTED", "LOST", "NURTURE");
        assertThat(answer.moves()).noneMatch(PossibleMoves.Possible::allowed);
    }

    @Test
    void of_fifty_movers_with_one_version_one_wins() throws Exception {
        agency.inTransaction(() -> scene.written(deal.leadId()));

        var outcomes = race(50, _ -> to("CONTACTED", 1, MoveExtras.NONE));

        assertThat(outcomes).filteredOn(Moved.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Stale.class::isInstance).hasSize(49);
        assertThat(history()).extracting(DealMove::seq).containsExactly(1, 2);
    }

    @Test
    void fifty_movers_who_read_again_and_again_leave_one_linear_history() throws Exception {
        var stages = List.of("CONTACTED", "QUALIFIED", "SHOWING", "OFFER", "NEW", "LOST", "NURTURE");

        race(50, mover -> {
            var wanted = stages.get(mover % stages.size());
            while (true) {
                var seen = current();
                if (seen.stage().equals(wanted)) return new Stale(seen);
                var outcome = override(wanted, seen.version(), owner, "Mover %d".formatted(mover));
                if (outcome instanceof Moved) return outcome;
            }
        });

        var history = history();
        assertThat(history)
                .extracting(DealMove::seq)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, history.size()).boxed().toList());
        for (int at = 1; at < history.size(); at++) {
            assertThat(history.get(at).fromStage())
                    .isEqualTo(history.get(at - 1).toStage());
        }
        assertThat(current()).satisfies(stands -> {
            assertThat(stands.stage()).isEqualTo(history.getLast().toStage());
            assertThat(stands.moveSeq()).isEqualTo(history.size());
            assertThat(stands.version()).isEqualTo(history.size());
        });
    }

    private List<MoveOutcome> race(int movers, java.util.function.IntFunction<MoveOutcome> one) throws Exception {
        List<MoveOutcome> outcomes = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, movers)
                    .mapToObj(mover -> threads.submit(() -> one.apply(mover)))
                    .toList();
            for (var mover : running) outcomes.add(mover.get());
        }
        return outcomes;
    }

    private MoveOutcome to(String stage, int version, MoveExtras extras) {
        return agency.inScope(() -> move.to(deal.id(), stage, version, owner, extras));
    }

    private MoveOutcome override(String stage, int version, Actor actor, String reason) {
        return agency.inScope(() -> move.override(deal.id(), stage, version, actor, MoveExtras.NONE, reason));
    }

    private MoveOutcome undo(int seq, int version, Actor actor) {
        return agency.inScope(() -> move.undo(deal.id(), seq, version, actor));
    }

    private Deal current() {
        return agency.inTransaction(() -> deals.find(deal.id()).orElseThrow());
    }

    private List<DealMove> history() {
        return agency.inTransaction(() -> deals.history(deal.id()));
    }

    private NextAction next() {
        return agency.inTransaction(() -> nextActions.current(deal.id()).orElseThrow());
    }

    private static MoveExtras lost(String reason) {
        return new MoveExtras(Set.of(), reason, null, null, null);
    }
}
