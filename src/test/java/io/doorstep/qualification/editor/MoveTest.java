package io.doorstep.qualification.editor;

import static io.doorstep.qualification.SomeFacts.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.qualification.Condition;
import io.doorstep.qualification.Criterion;
import io.doorstep.qualification.Grade;
import io.doorstep.qualification.Scorecard;
import io.doorstep.qualification.Scorecard.Cap;
import io.doorstep.qualification.Scoring;
import io.doorstep.qualification.SomeFacts;
import io.doorstep.qualification.StoredFact;
import io.doorstep.qualification.editor.Move.Why;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MoveTest {

    private final Scorecard was = card(25, 25, 70, List.of());
    private final Map<String, StoredFact> cashBuyer = SomeFacts.of(
            fact("intent", "\"buy\""),
            fact("financing", "\"CASH\""),
            fact("timeline", "{\"horizonDays\": 300}"),
            fact("motivation", "\"new job\""),
            fact("contact.phone", "\"+15125550100\""));

    @Test
    void another_weight_is_told_with_the_points_it_gives_and_takes_the_largest_first() {
        var is = card(45, 5, 70, List.of());

        var move = move(is);

        assertThat(move.changesScore()).isTrue();
        assertThat(move.why(was, is))
                .containsExactly(
                        new Why("Financing 45, was 25, Pays cash", 20), new Why("Timeline 2, was 8, Far off", -6));
    }

    @Test
    void a_rule_that_holds_the_grade_is_told_in_its_own_words() {
        var is = card(25, 25, 50, List.of(new Cap(Condition.REPRESENTED, Grade.NURTURE)));
        cashBuyer.put("representedByAgent", fact("representedByAgent", "true"));

        assertThat(move(is).changesGrade()).isTrue();
        assertThat(move(is).why(was, is)).containsExactly(new Why("Nurture at most: another agent acts for them", 0));
    }

    @Test
    void a_band_that_begins_elsewhere_is_told_where_nothing_else_changed() {
        var is = card(25, 25, 55, List.of());

        assertThat(move(is).changesScore()).isFalse();
        assertThat(move(is).why(was, is)).containsExactly(new Why("Hot begins at 55, was 70", 0));
    }

    @Test
    void nothing_moves_under_the_same_card() {
        assertThat(move(was).changesGrade()).isFalse();
        assertThat(move(was).why(was, was)).isEmpty();
    }

    private Move move(Scorecard is) {
        return new Move(Scoring.score(was, cashBuyer), Scoring.score(is, cashBuyer));
    }

    private static Scorecard card(int financing, int timeline, int hot, List<Cap> caps) {
        return new Scorecard(
                1,
                Map.of(
                        Criterion.FINANCING, financing,
                        Criterion.TIMELINE, timeline,
                        Criterion.MOTIVATION, 15,
                        Criterion.BUDGET, 15,
                        Criterion.ENGAGEMENT, 20),
                hot,
                40,
                20,
                List.of(),
                Map.of(),
                caps);
    }
}
