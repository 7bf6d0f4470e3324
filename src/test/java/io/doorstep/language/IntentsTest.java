package io.doorstep.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntentsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop.",
                "Unsubscribe",
                "leave me alone",
                "no más",
                "please stop texting me",
                "remove me from your list",
                "opt out",
                "ok stop please",
                "do not contact me again",
                "never text me again",
                "wrong number",
                "stop calling me",
                "delete my number",
                "I don't want any more messages"
            })
    void any_reasonable_wording_opts_out(String text) {
        assertThat(Talk.of(text).intents()).contains(Intent.OPT_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "can you stop by the house at 5?",
                "the bus stop is close",
                "we want to end our lease",
                "cancel my visit on Friday",
                "please don't call me, text me instead",
                "don't call me before 9"
            })
    void everyday_words_do_not_opt_out(String text) {
        assertThat(Talk.of(text).intents()).doesNotContain(Intent.OPT_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Is Westlake safe?",
                "Are the schools any good?",
                "what kind of people live there",
                "is it a white neighborhood",
                "what's the crime rate like",
                "are there many muslims in the area"
            })
    void steering_questions_are_told_apart(String text) {
        assertThat(Talk.of(text).intents()).contains(Intent.FAIR_HOUSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"before school starts", "we need it wheelchair accessible"})
    void a_deadline_or_an_accessibility_wish_is_no_steering(String text) {
        assertThat(Talk.of(text).intents()).doesNotContain(Intent.FAIR_HOUSING);
    }

    @ParameterizedTest
    @CsvSource({
        "I'd rather talk to a person, WANTS_PERSON",
        "this is ridiculous, COMPLAINT",
        "can we reschedule?, CHANGE",
        "I have to cancel the viewing, CANCELLATION",
        "I'd like to book a tour, BOOKING",
        "hello there, GREETING",
        "thanks a lot, THANKS",
        "have a nice day, GOODBYE"
    })
    void what_a_message_is_about_is_told_from_its_words(String text, Intent intent) {
        assertThat(Talk.of(text).intents()).contains(intent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Does it have a garage? | ASKS_LISTING",
                "Is the house on Elm Street still available? | ASKS_LISTING",
                "What are the HOA fees? | ASKS_LISTING",
                "How much is the rent? | ASKS_LISTING",
                "Where is your office? | ASKS_AGENCY",
                "are you open on Sundays? | ASKS_AGENCY",
                "do you have an agent who speaks Spanish? | ASKS_AGENCY",
                "do you cover Round Rock? | ASKS_AGENCY",
                "How does a viewing work? | ASKS_PROCESS",
                "what documents do I need to apply? | ASKS_PROCESS",
                "how long does closing take? | ASKS_PROCESS",
                "do I need to be pre-approved to see it? | ASKS_PROCESS",
                "are you a real person? | ASKS_IF_AUTOMATED",
                "am I talking to a robot? | ASKS_IF_AUTOMATED"
            })
    void a_question_is_about_a_home_the_agency_or_the_way_things_go(String text, Intent about) {
        assertThat(Talk.of(text).intents()).contains(Intent.QUESTION, about);
    }

    @Test
    void a_search_in_question_form_asks_about_no_home_in_particular() {
        assertThat(Talk.of("Do you have anything with a garage under 500k?").intents())
                .contains(Intent.ENQUIRY)
                .doesNotContain(Intent.ASKS_LISTING, Intent.ASKS_AGENCY, Intent.ASKS_PROCESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I can't make it on Friday",
                "something came up, I won't be able to come",
                "please cancel the tour"
            })
    void calling_off_is_said_in_several_ways(String text) {
        var talk = Talk.after("Your visit on Friday is booked.");

        assertThat(talk.lead(text).intents()).contains(Intent.CANCELLATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Can I cancel if something comes up?",
                "what's your cancellation policy?",
                "forget the garage, a carport is fine",
                "no longer need a garage",
                "I can't come on Monday, can we do Tuesday instead?"
            })
    void a_visit_stands_until_it_is_called_off(String text) {
        assertThat(Talk.of(text).intents()).doesNotContain(Intent.CANCELLATION);
    }

    @Test
    void cancel_alone_opts_out_unless_it_answers_whether_to_cancel() {
        assertThat(Talk.of("cancel").intents()).contains(Intent.OPT_OUT);
        assertThat(Talk.after("Shall I cancel the visit or keep it?")
                        .lead("cancel")
                        .intents())
                .contains(Intent.CANCELLATION)
                .doesNotContain(Intent.OPT_OUT);
    }

    @Test
    void only_a_visit_is_changed_and_no_wish() {
        assertThat(Talk.of("make it Friday at 3 instead").intents()).contains(Intent.CHANGE);
        assertThat(Talk.of("make it 3 bedrooms").intents()).doesNotContain(Intent.CHANGE);
        assertThat(Talk.of("a townhouse instead of a condo").intents()).doesNotContain(Intent.CHANGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we are a young christian family of four from Mexico looking for a house",
                "I'm a single mom and my son is in a wheelchair"
            })
    void protected_characteristics_never_become_facts(String text) {
        assertThat(Talk.of(text).facts())
                .noneSatisfy(fact -> assertThat(fact.display().toLowerCase())
                        .containsAnyOf("christian", "mexico", "single", "mom", "family", "son"));
    }
}
