package io.doorstep.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.language.Language;
import io.doorstep.language.Question;
import io.doorstep.question.PlannedQuestion.Need;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuestionPlanTest {

    private static final Known NOTHING = new Known(Map.of(), false, false);

    @Test
    void the_standard_asks_a_buyer_in_the_order_of_lpmama_and_then_how_to_reach_them() {
        assertThat(asked(QuestionPlan.standard(), buying()))
                .containsExactly(
                        Question.AREA,
                        Question.PRICE,
                        Question.BEDS,
                        Question.MOTIVATION,
                        Question.TIMELINE,
                        Question.REPRESENTED,
                        Question.FINANCING,
                        Question.NAME,
                        Question.CONTACT);
    }

    @Test
    void the_intent_comes_first_in_every_plan() {
        assertThat(QuestionPlan.standard().next(NOTHING, _ -> false, false))
                .map(PlannedQuestion::question)
                .contains(Question.INTENT);
    }

    @Test
    void what_is_known_is_not_asked_and_a_home_that_was_asked_about_has_area_and_price() {
        assertThat(asked(QuestionPlan.standard(), knowing("intent", "buy", "listingRef", "Cottage")))
                .doesNotContain(Question.AREA, Question.PRICE, Question.BEDS)
                .startsWith(Question.MOTIVATION);
    }

    @Test
    void who_is_in_a_hurry_is_asked_what_is_required_only() {
        assertThat(QuestionPlan.standard().next(knowing("intent", "buy", "areas", "a", "price", "p"), _ -> false, true))
                .map(PlannedQuestion::question)
                .contains(Question.NAME);
    }

    @Test
    void homes_are_looked_for_when_the_required_wishes_are_settled_whatever_the_lead_is_called() {
        var plan = QuestionPlan.standard();

        assertThat(plan.searchable(knowing("intent", "buy", "areas", "a"), _ -> false))
                .isFalse();
        assertThat(plan.searchable(knowing("intent", "buy", "areas", "a"), Question.PRICE::equals))
                .isTrue();
        assertThat(plan.searchable(knowing("intent", "buy", "areas", "a", "price", "p"), _ -> false))
                .isTrue();
    }

    @Test
    void a_conditional_question_is_asked_only_while_its_fact_says_so() {
        var plan = with(
                Track.BUY,
                when(Question.CURRENT_HOME, new Condition("financing", Condition.Test.IS_NOT, "CASH")),
                PlannedQuestion.required(Question.CONTACT));

        assertThat(asked(plan, buying())).contains(Question.CURRENT_HOME);
        assertThat(asked(plan, knowing("intent", "buy", "financing", "NEEDED"))).contains(Question.CURRENT_HOME);
        assertThat(asked(plan, knowing("intent", "buy", "financing", "CASH"))).doesNotContain(Question.CURRENT_HOME);
    }

    @Test
    void a_condition_reads_lists_numbers_and_truth_values_as_people_write_them() {
        var known = knowing("areas", List.of("Travis Heights", "Zilker"), "beds", 3, "representedByAgent", false);

        assertThat(new Condition("areas", Condition.Test.IS, "zilker").holds(known))
                .isTrue();
        assertThat(new Condition("beds", Condition.Test.IS, "3").holds(known)).isTrue();
        assertThat(new Condition("representedByAgent", Condition.Test.IS_NOT, "false").holds(known))
                .isFalse();
        assertThat(new Condition("timeline", Condition.Test.UNKNOWN, null).holds(known))
                .isTrue();
        assertThat(new Condition("beds", Condition.Test.KNOWN, null).holds(known))
                .isTrue();
    }

    @Test
    void who_does_not_say_what_they_want_counts_as_what_the_agency_set() {
        var rentals = new QuestionPlan(1, Track.RENT, QuestionPlan.standard().lists(), List.of());

        assertThat(rentals.next(NOTHING, Question.INTENT::equals, false))
                .map(PlannedQuestion::question)
                .contains(Question.AREA);
        assertThat(rentals.trackOf(NOTHING)).isEqualTo(Track.RENT);
        assertThat(rentals.trackOf(buying())).isEqualTo(Track.BUY);
    }

    @Test
    void own_words_are_those_of_the_leads_language() {
        var plan = with(
                Track.BUY,
                new PlannedQuestion(
                        Question.AREA, true, Need.REQUIRED, null, "Where in town?", "¿En qué parte de la ciudad?"));

        assertThat(plan.wording(buying(), Question.AREA, Language.ENGLISH)).contains("Where in town?");
        assertThat(plan.wording(buying(), Question.AREA, Language.SPANISH)).contains("¿En qué parte de la ciudad?");
        assertThat(plan.wording(buying(), Question.PRICE, Language.ENGLISH)).isEmpty();
    }

    @Test
    void a_plan_of_an_older_release_keeps_its_order_and_does_not_ask_what_came_since() {
        var old = with(Track.RENT, PlannedQuestion.required(Question.CONTACT), PlannedQuestion.required(Question.AREA));

        assertThat(asked(old, knowing("intent", "rent"))).containsExactly(Question.CONTACT, Question.AREA);
        assertThat(old.list(Track.RENT))
                .extracting(PlannedQuestion::question)
                .containsExactlyInAnyOrderElementsOf(Catalogue.of(Track.RENT));
    }

    /** Two leads of one kind who know the same are asked the same, whatever else is known of them. */
    @Test
    void facts_that_no_condition_names_do_not_change_the_order() {
        var random = new Random(20261124);
        for (int talk = 0; talk < 500; talk++) {
            var list = new ArrayList<>(QuestionPlan.standard().list(Track.BUY));
            Collections.shuffle(list, random);
            var plan = with(Track.BUY, list.toArray(PlannedQuestion[]::new));
            var more = new HashMap<String, Object>(Map.of("intent", "buy"));
            for (var key : List.of("contact.name", "contact.language", "visitPreference"))
                if (random.nextBoolean()) more.put(key, "something");

            assertThat(asked(plan, new Known(more, false, false))).isEqualTo(asked(plan, buying()));
        }
    }

    private static List<Question> asked(QuestionPlan plan, Known known) {
        var asked = new ArrayList<Question>();
        for (var next = plan.next(known, asked::contains, false);
                next.isPresent();
                next = plan.next(known, asked::contains, false))
            asked.add(next.get().question());
        return asked;
    }

    private static PlannedQuestion when(Question question, Condition condition) {
        return new PlannedQuestion(question, true, Need.OPTIONAL, condition, null, null);
    }

    private static QuestionPlan with(Track track, PlannedQuestion... questions) {
        return new QuestionPlan(1, Track.BUY, Map.of(track, Arrays.asList(questions)), List.of());
    }

    private static Known buying() {
        return knowing("intent", "buy");
    }

    private static Known knowing(Object... facts) {
        var known = new HashMap<String, Object>();
        for (int at = 0; at < facts.length; at += 2) known.put(facts[at].toString(), facts[at + 1]);
        return new Known(known, false, false);
    }
}
