package io.doorstep.assistant;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.booking.Slot;
import io.doorstep.language.FactProposal;
import io.doorstep.language.Intent;
import io.doorstep.language.Offer;
import io.doorstep.language.Question;
import io.doorstep.language.Speech;
import io.doorstep.question.Known;
import io.doorstep.question.QuestionPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NextMoveTest {

    private static final Slot SLOT = new Slot(
            UUID.fromString("01890000-0000-7000-8000-000000000001"),
            Instant.parse("2026-11-28T16:30:00Z"),
            Duration.ofMinutes(30));
    private static final Offer.ListingOffer HOME =
            new Offer.ListingOffer("01890000-0000-7000-8000-000000000002", "Cottage");
    private static final Situation.Said NOTHING =
            new Situation.Said(Set.of(), List.of(), null, false, false, false, false, false);

    @Test
    void questions_come_in_the_order_of_the_track_skipping_what_is_known() {
        assertThat(step(knowing())).isEqualTo(new Step.Ask(Question.INTENT, false));
        assertThat(step(knowing("intent"))).isEqualTo(new Step.Ask(Question.AREA, false));
        assertThat(step(knowing("intent", "areas", "price", "beds")))
                .isEqualTo(new Step.Ask(Question.MOTIVATION, false));
        assertThat(step(knowing(
                        "intent",
                        "areas",
                        "price",
                        "beds",
                        "motivation",
                        "timeline",
                        "representedByAgent",
                        "financing")))
                .isEqualTo(new Step.Ask(Question.NAME, false));
    }

    @Test
    void a_question_is_put_twice_and_then_left() {
        var once = Memory.NONE.asking(Question.INTENT);
        assertThat(step(with(once))).isEqualTo(new Step.Ask(Question.INTENT, true));
        assertThat(step(with(once.asking(Question.INTENT)))).isEqualTo(new Step.Ask(Question.AREA, false));
    }

    @Test
    void whoever_wants_to_come_is_asked_for_the_minimum_only() {
        var memory = Memory.NONE.wantingVisit();

        assertThat(step(situation(Set.of("intent", "areas", "price"), NOTHING, memory)))
                .isEqualTo(new Step.Ask(Question.NAME, false));
    }

    @Test
    void the_right_to_be_left_alone_comes_before_everything_else() {
        var said = saying(Intent.OPT_OUT, Intent.WANTS_PERSON, Intent.FAIR_HOUSING, Intent.BOOKING);

        assertThat(step(situation(Set.of(), said, Memory.NONE))).isEqualTo(new Step.OptOut());
    }

    @Test
    void a_person_comes_before_any_question() {
        assertThat(step(situation(Set.of(), saying(Intent.WANTS_PERSON, Intent.QUESTION), Memory.NONE)))
                .isInstanceOf(Step.HandOver.class);
    }

    @Test
    void a_question_of_fair_housing_is_answered_and_the_talk_goes_on() {
        var plan =
                NextMove.decide(situation(Set.of("intent"), saying(Intent.FAIR_HOUSING, Intent.QUESTION), Memory.NONE));

        assertThat(plan.opening()).containsExactly(new Speech.FairHousingAnswer());
        assertThat(plan.step()).isEqualTo(new Step.Ask(Question.AREA, false));
    }

    @Test
    void asking_about_a_home_is_not_choosing_it() {
        var asks = new Situation.Said(Set.of(Intent.QUESTION), List.of(), HOME, false, false, false, false, false);
        var takes = new Situation.Said(Set.of(Intent.BOOKING), List.of(), HOME, false, true, false, false, false);

        assertThat(NextMove.decide(situation(Set.of(), asks, Memory.NONE))
                        .memory()
                        .wantsVisit())
                .isFalse();
        assertThat(NextMove.decide(situation(Set.of(), takes, Memory.NONE))
                        .memory()
                        .wantsVisit())
                .isTrue();
    }

    @Test
    void a_chosen_slot_is_booked_but_not_while_the_lead_cancels() {
        assertThat(step(chosen(NOTHING, true))).isEqualTo(new Step.Book(SLOT));
        assertThat(step(chosen(saying(Intent.CANCELLATION), true))).isEqualTo(new Step.CallOff());
    }

    @Test
    void a_goodbye_gets_no_further_question() {
        assertThat(step(situation(Set.of(), saying(Intent.GOODBYE, Intent.THANKS), Memory.NONE)))
                .isEqualTo(new Step.Close());
    }

    @Test
    void the_disclosure_opens_the_first_answer_and_no_other() {
        var first = situation(true, Set.of(), NOTHING, Memory.NONE);

        assertThat(NextMove.decide(first).opening()).startsWith(new Speech.Greeting());
        assertThat(NextMove.decide(knowing()).opening()).doesNotContain(new Speech.Greeting());
    }

    /** Whatever is said in whatever order: no exception, no question more often than twice in vain, and times are offered in the end. */
    @Test
    void no_talk_goes_round_in_circles() {
        var random = new Random(20261123);
        for (int talk = 0; talk < 2_000; talk++) {
            var memory = Memory.NONE;
            var intent = List.of("buy", "rent", "sell", "let").get(random.nextInt(4));
            var asked = new ArrayList<Question>();
            var offered = false;
            for (int turn = 0; turn < 40 && !offered; turn++) {
                var said = random.nextInt(4) == 0
                        ? saying(Intent.values()[random.nextInt(Intent.values().length)])
                        : NOTHING;
                if (ends(said)) continue;
                var known = new Known(Map.of("intent", intent), false, false);
                var plan = NextMove.decide(new Situation(
                        turn == 0,
                        QuestionPlan.standard(),
                        known,
                        List.of(),
                        false,
                        said,
                        null,
                        List.of(),
                        null,
                        memory));
                memory = plan.memory();
                if (plan.step() instanceof Step.Ask(var question, var again)) {
                    asked.add(question);
                    memory = memory.asking(question);
                }
                offered = plan.step() instanceof Step.OfferSlots;
            }
            assertThat(offered).as("%s asked %s", intent, asked).isTrue();
            assertThat(new HashSet<>(asked))
                    .allSatisfy(question ->
                            assertThat(asked.stream().filter(question::equals)).hasSizeLessThanOrEqualTo(Memory.TRIES));
        }
    }

    private static boolean ends(Situation.Said said) {
        return Stream.of(Intent.OPT_OUT, Intent.WANTS_PERSON, Intent.COMPLAINT, Intent.GOODBYE)
                .anyMatch(said::any);
    }

    private static Step step(Situation situation) {
        return NextMove.decide(situation).step();
    }

    private static Situation knowing(String... keys) {
        return situation(Set.of(keys), NOTHING, Memory.NONE);
    }

    private static Situation with(Memory memory) {
        return situation(Set.of(), NOTHING, memory);
    }

    private static Situation.Said saying(Intent... intents) {
        return new Situation.Said(Set.of(intents), List.<FactProposal>of(), null, false, false, false, false, false);
    }

    private static Situation situation(Set<String> known, Situation.Said said, Memory memory) {
        return situation(false, known, said, memory);
    }

    private static Situation situation(boolean opening, Set<String> known, Situation.Said said, Memory memory) {
        return new Situation(
                opening,
                QuestionPlan.standard(),
                knowing(known, false),
                List.of(),
                false,
                said,
                null,
                List.of(),
                null,
                memory);
    }

    private static Known knowing(Set<String> keys, boolean person) {
        return new Known(keys.stream().collect(toMap(key -> key, _ -> "known")), person, person);
    }

    private static Situation chosen(Situation.Said said, boolean hasAppointment) {
        return new Situation(
                false,
                QuestionPlan.standard(),
                knowing(Set.of(), true),
                List.of(),
                hasAppointment,
                said,
                SLOT,
                List.of(),
                null,
                Memory.NONE);
    }
}
