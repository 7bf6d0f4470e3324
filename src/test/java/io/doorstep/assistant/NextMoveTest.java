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
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NextMoveTest {

    private static final Slot SLOT = new Slot(
            UUID.fromString("01890000-0000-7000-8000-000000000001"),
            Instant.parse("2026-11-28T16:30:00Z"),
            Duration.ofMinutes(30));
    private static final Offer.ListingOffer HOME =
            new Offer.ListingOffer("01890000-0000-7000-8000-000000000002", "Cottage");
    private static final Offer.ListingOffer OTHER =
            new Offer.ListingOffer("01890000-0000-7000-8000-000000000003", "Loft");
    private static final Situation.Said NOTHING = Scene.NOTHING;

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
        var asks =
                new Situation.Said(Set.of(Intent.QUESTION), List.of(), HOME, false, false, false, false, false, false);
        var takes =
                new Situation.Said(Set.of(Intent.BOOKING), List.of(), HOME, false, true, false, false, false, false);

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

    @Test
    void a_bare_yes_to_several_times_or_homes_asks_which_one() {
        var yes = new Situation.Said(Set.of(Intent.ANSWER), List.of(), null, false, true, false, false, false, false);
        var slots = List.<Offer>of(slot("16:30"), slot("17:30"));
        var asked = Memory.NONE.asking(Question.VISIT_TIME);
        var known = new Known(Map.of("intent", "buy"), true, true);

        assertThat(step(new Scene()
                        .known(known)
                        .said(yes)
                        .offers(slots)
                        .memory(everythingAsked(asked))
                        .situation()))
                .isEqualTo(new Step.OfferSlots(Step.Manner.WHICH));
        assertThat(step(new Scene()
                        .known(known)
                        .said(yes)
                        .offers(List.of(HOME, OTHER))
                        .situation()))
                .isEqualTo(new Step.ShowHomes(List.of(HOME, OTHER), true));
    }

    @Test
    void who_can_not_be_understood_twice_in_a_row_gets_a_person() {
        var first = NextMove.decide(situation(Set.of(), NOTHING, Memory.NONE));
        var second = NextMove.decide(situation(Set.of(), NOTHING, first.memory()));
        var afterAnAnswer = NextMove.decide(situation(Set.of(), saying(Intent.ENQUIRY), first.memory()));

        assertThat(first.step()).isInstanceOf(Step.Ask.class);
        assertThat(second.step())
                .isEqualTo(new Step.HandOver(Speech.Cause.UNSURE, "was not understood twice in a row"));
        assertThat(NextMove.decide(situation(Set.of(), NOTHING, afterAnAnswer.memory()))
                        .step())
                .isInstanceOf(Step.Ask.class);
    }

    @Test
    void what_only_a_person_may_answer_is_handed_over_each_with_its_own_reason() {
        var reasons = Map.of(
                Intent.ASKS_FEES, Speech.Cause.FEES,
                Intent.PRICE_OPINION, Speech.Cause.PRICE_OPINION,
                Intent.LEGAL_ADVICE, Speech.Cause.LEGAL_ADVICE,
                Intent.MORTGAGE_ADVICE, Speech.Cause.MORTGAGE_ADVICE,
                Intent.NEGOTIATES, Speech.Cause.NEGOTIATES,
                Intent.DISTRESS, Speech.Cause.DISTRESS,
                Intent.COMPLAINT, Speech.Cause.COMPLAINT,
                Intent.WANTS_PERSON, Speech.Cause.ASKED);

        reasons.forEach((intent, cause) -> assertThat(
                        step(situation(Set.of(), saying(intent, Intent.QUESTION), Memory.NONE)))
                .isInstanceOfSatisfying(
                        Step.HandOver.class, step -> assertThat(step.cause()).isEqualTo(cause)));
        assertThat(step(situation(Set.of(), saying(Intent.ASKS_FEES, Intent.DISTRESS), Memory.NONE)))
                .isInstanceOfSatisfying(
                        Step.HandOver.class, step -> assertThat(step.cause()).isEqualTo(Speech.Cause.DISTRESS));
    }

    @Test
    void a_word_of_the_agencys_own_hands_over_and_the_member_reads_which() {
        assertThat(step(new Scene().handoverWord("probate").situation()))
                .isEqualTo(new Step.HandOver(Speech.Cause.OTHER, "said \"probate\""));
    }

    @Test
    void a_number_that_came_unasked_is_followed_by_one_question_for_consent_and_no_second() {
        var all = everythingAsked(Memory.NONE);
        var known = new Known(Map.of("intent", "buy"), true, true);

        assertThat(step(new Scene().known(known).consentOpen(true).memory(all).situation()))
                .isEqualTo(new Step.Ask(Question.CONSENT, false));
        assertThat(step(new Scene()
                        .known(known)
                        .consentOpen(true)
                        .memory(all.asking(Question.CONSENT))
                        .said(saying(Intent.ENQUIRY))
                        .situation()))
                .isInstanceOf(Step.OfferSlots.class);
        assertThat(step(new Scene()
                        .known(known)
                        .consentOpen(true)
                        .memory(all.asking(Question.CONTACT))
                        .said(saying(Intent.ENQUIRY))
                        .situation()))
                .isInstanceOf(Step.OfferSlots.class);
    }

    @Test
    void a_ticked_box_is_no_try_at_the_question_beside_it() {
        var click = new Situation.Said(Set.of(), List.of(), null, false, false, false, true, false, false);
        var memory = everythingAsked(Memory.NONE)
                .asking(Question.NAME)
                .asking(Question.NAME)
                .asking(Question.CONTACT);

        var plan = NextMove.decide(new Scene()
                .known(new Known(Map.of("intent", "buy"), true, false))
                .said(click)
                .memory(memory)
                .situation());

        assertThat(plan.opening()).containsExactly(new Speech.Noted());
        assertThat(plan.step()).isEqualTo(new Step.Ask(Question.CONTACT, false));
        assertThat(plan.memory().tries(Question.CONTACT)).isZero();
    }

    @Test
    void who_is_back_is_greeted_and_goes_on_where_the_talk_stopped() {
        var back = new Speech.WelcomeBack("Nora", null);
        var plan = NextMove.decide(new Scene()
                .back(back)
                .known(new Known(Map.of("intent", "buy", "areas", List.of("Zilker")), true, false))
                .said(saying(Intent.GREETING))
                .memory(Memory.NONE.asking(Question.PRICE))
                .situation());

        assertThat(plan.opening()).containsExactly(back);
        assertThat(plan.step()).isEqualTo(new Step.Ask(Question.PRICE, false));
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
                var said = saying(
                        random.nextInt(4) == 0
                                ? Intent.values()[random.nextInt(Intent.values().length)]
                                : Intent.ENQUIRY);
                if (ends(said)) continue;
                var known = new Known(Map.of("intent", intent), false, false);
                var plan = NextMove.decide(new Scene()
                        .opening(turn == 0)
                        .known(known)
                        .said(said)
                        .memory(memory)
                        .situation());
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

    /** The facts of a buyer were asked for in vain, so what comes after them is next. */
    private static Memory everythingAsked(Memory memory) {
        for (var question : List.of(
                Question.AREA,
                Question.PRICE,
                Question.BEDS,
                Question.MOTIVATION,
                Question.TIMELINE,
                Question.REPRESENTED,
                Question.FINANCING)) memory = memory.leaving(question);
        return memory;
    }

    private static Offer.SlotOffer slot(String time) {
        return new Offer.SlotOffer(time, ZonedDateTime.parse("2026-11-28T" + time + "Z"), time);
    }

    private static boolean ends(Situation.Said said) {
        return Trigger.of(new Scene().said(said).situation()).isPresent()
                || said.any(Intent.OPT_OUT)
                || said.any(Intent.GOODBYE);
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
        return new Situation.Said(
                Set.of(intents), List.<FactProposal>of(), null, false, false, false, false, false, false);
    }

    private static Situation situation(Set<String> known, Situation.Said said, Memory memory) {
        return situation(false, known, said, memory);
    }

    private static Situation situation(boolean opening, Set<String> known, Situation.Said said, Memory memory) {
        return new Scene()
                .opening(opening)
                .known(knowing(known, false))
                .said(said)
                .memory(memory)
                .situation();
    }

    private static Known knowing(Set<String> keys, boolean person) {
        return new Known(keys.stream().collect(toMap(key -> key, _ -> "known")), person, person);
    }

    private static Situation chosen(Situation.Said said, boolean hasAppointment) {
        return new Scene()
                .known(knowing(Set.of(), true))
                .said(said)
                .chosen(SLOT)
                .hasAppointment(hasAppointment)
                .situation();
    }
}
