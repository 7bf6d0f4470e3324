package io.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.desk.DealSteps.StageOnTheWay;
import io.doorstep.desk.LeadView.DealStep;
import io.doorstep.desk.LeadView.DealStep.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DealStepsTest {

    private static final Instant MONDAY = Instant.parse("2026-05-11T10:00:00Z");

    @Test
    void the_way_is_done_behind_now_here_and_next_one_ahead() {
        var way = List.of(
                visited("NEW", 1), visited("CONTACTED", 2), ahead("QUALIFIED", 3), ahead("WON", 4), beside("LOST", 5));

        var steps = DealSteps.of(way, "CONTACTED");

        assertThat(steps).extracting(DealStep::key).containsExactly("NEW", "CONTACTED", "QUALIFIED", "WON");
        assertThat(steps).extracting(DealStep::state).containsExactly(State.DONE, State.NOW, State.NEXT, State.LATER);
    }

    @Test
    void a_stage_that_an_override_skipped_is_behind_without_a_time() {
        var overridden = new StageOnTheWay("QUALIFIED", "Qualified", 3, "OPEN", MONDAY, true, "met in person");

        var steps = DealSteps.of(List.of(visited("NEW", 1), ahead("CONTACTED", 2), overridden), "QUALIFIED");

        assertThat(steps.get(1)).isEqualTo(new DealStep("CONTACTED", "CONTACTED", State.DONE, null, false, null));
        assertThat(steps.get(2).override()).isTrue();
        assertThat(steps.get(2).note()).isEqualTo("met in person");
    }

    @Test
    void a_lost_deal_shows_how_far_it_came_and_nothing_next() {
        var lost = new StageOnTheWay("LOST", "Lost", 9, "LOST", MONDAY, false, "bought elsewhere");

        var steps =
                DealSteps.of(List.of(visited("NEW", 1), visited("CONTACTED", 2), ahead("QUALIFIED", 3), lost), "LOST");

        assertThat(steps).extracting(DealStep::state).containsExactly(State.DONE, State.DONE, State.LATER, State.NOW);
    }

    @Test
    void a_deal_that_was_moved_back_does_not_keep_times_ahead_of_it() {
        var steps =
                DealSteps.of(List.of(visited("NEW", 1), visited("CONTACTED", 2), visited("QUALIFIED", 3)), "CONTACTED");

        assertThat(steps.getLast()).isEqualTo(new DealStep("QUALIFIED", "QUALIFIED", State.NEXT, null, false, null));
    }

    private static StageOnTheWay visited(String key, int position) {
        return new StageOnTheWay(key, key, position, "OPEN", MONDAY, false, null);
    }

    private static StageOnTheWay ahead(String key, int position) {
        return new StageOnTheWay(key, key, position, "OPEN", null, false, null);
    }

    private static StageOnTheWay beside(String key, int position) {
        return new StageOnTheWay(key, key, position, "LOST", null, false, null);
    }
}
