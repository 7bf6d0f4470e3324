package io.doorstep.language;

import static org.assertj.core.api.Assertions.assertThat;

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
                "opt out"
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
                "cancel my visit on Friday"
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
        "what commission do you take?, WANTS_PERSON",
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
