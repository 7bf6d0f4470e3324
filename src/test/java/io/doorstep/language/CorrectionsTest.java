package io.doorstep.language;

import static io.doorstep.language.Talk.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"actually 3 not 2 | 3", "make that two | 2", "sorry, I meant four | 4", "no wait, 3 | 3"})
    void a_bare_number_replaces_the_count_told_a_moment_ago(String text, int beds) {
        var talk = new Talk().said("something with 1 bedroom").assistant("Which area do you have in mind?");

        assertThat(value(talk.lead(text), "beds")).isEqualTo(beds);
    }

    @Test
    void the_count_is_known_from_the_question_too() {
        var talk = Talk.after("How many bathrooms do you need?").said("2").assistant("What is your budget?");

        var understanding = talk.lead("actually make that three");

        assertThat(value(understanding, "baths")).isEqualTo(3);
        assertThat(value(understanding, "price")).isNull();
    }

    @Test
    void an_hour_is_no_count() {
        var talk = new Talk().said("a 2 bedroom please").assistant("Which day and time would suit you for a visit?");

        assertThat(value(talk.lead("Friday, make it 3 pm"), "beds")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2. no wait, 3 | 3", "3, not 2 | 3", "2 bedrooms not 3 | 2", "two | 2"})
    void the_answer_that_was_meant_counts(String text, int beds) {
        assertThat(value(Talk.after("How many bedrooms do you need?").lead(text), "beds"))
                .isEqualTo(beds);
    }

    @Test
    void bounds_are_kept() {
        var question = "How many bedrooms do you need?";

        assertThat(value(Talk.after(question).lead("at least 3, ideally 4"), "beds"))
                .isEqualTo(Map.of("min", 3));
        assertThat(value(Talk.after(question).lead("3+"), "beds")).isEqualTo(Map.of("min", 3));
        assertThat(value(Talk.after(question).lead("two or three"), "beds")).isEqualTo(Map.of("min", 2, "max", 3));
    }
}
