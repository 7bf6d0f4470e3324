package io.doorstep.qualification;

import static io.doorstep.qualification.SomeFacts.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.qualification.Scorecard.Cap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RaiseTest {

    private final Scorecard card = Scorecard.standard();

    @Test
    void of_somebody_who_said_nothing_the_heaviest_questions_come_first() {
        var raises = Raise.of(card, Map.of());

        assertThat(raises)
                .extracting(Raise::key, Raise::points)
                .startsWith(
                        org.assertj.core.groups.Tuple.tuple("financing", 26),
                        org.assertj.core.groups.Tuple.tuple("timeline", 26));
        assertThat(raises).isSortedAccordingTo((one, other) -> other.points() - one.points());
    }

    @Test
    void each_promise_is_what_scoring_then_gives() {
        var facts = SomeFacts.of(fact("intent", "\"buy\""), fact("financing", "\"IN_PROGRESS\""));
        var before = Scoring.score(card, facts).score();

        var financing = Raise.of(card, facts).stream()
                .filter(raise -> raise.key().equals("financing"))
                .findFirst()
                .orElseThrow();

        facts.put("financing", fact("financing", "\"PRE_APPROVED\""));
        assertThat(Scoring.score(card, facts).score() - before).isEqualTo(financing.points());
    }

    @Test
    void what_was_answered_is_not_asked_again_in_the_hope_of_a_better_answer() {
        var facts = SomeFacts.of(
                fact("intent", "\"buy\""),
                fact("financing", "\"NEEDED\""),
                fact("timeline", "{\"horizonDays\": 700}"),
                fact("price", "{\"max\": 50000000}"));

        assertThat(Raise.of(card, facts)).extracting(Raise::key).doesNotContain("financing", "timeline", "price");
    }

    @Test
    void nobody_but_a_buyer_is_asked_for_financing() {
        assertThat(Raise.of(card, SomeFacts.of(fact("intent", "\"rent\""))))
                .extracting(Raise::key)
                .doesNotContain("financing", "priceExpectation");
        assertThat(Raise.of(card, SomeFacts.of(fact("intent", "\"sell\""))))
                .extracting(Raise::key)
                .contains("priceExpectation")
                .doesNotContain("financing", "price");
    }

    @Test
    void what_lifts_a_need_is_named_even_where_it_gives_no_point() {
        var strict = new Scorecard(
                2,
                Map.of(Criterion.FINANCING, 40, Criterion.TIMELINE, 60),
                70,
                40,
                20,
                List.of(),
                Map.of(Grade.HOT, List.of(Known.CONTACT)),
                List.of(new Cap(Condition.REPRESENTED, Grade.WARM)));
        var facts = SomeFacts.of(fact("financing", "\"CASH\""), fact("timeline", "{\"horizonDays\": 5}"));

        assertThat(Raise.of(strict, facts))
                .containsExactly(new Raise("contact.phone", "A phone number or e-mail", 0, Grade.HOT));
    }
}
