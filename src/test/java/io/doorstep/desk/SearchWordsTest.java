package io.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"(512) 555-0148", "512.555.0148", "512 555 0148", " 5125550148 "})
    void a_phone_number_is_one_word_of_digits_however_it_is_written(String query) {
        assertThat(SearchWords.of(query)).isEqualTo(new SearchWords("5125550148", null, null));
    }

    @Test
    void words_are_lower_case_and_at_most_three() {
        assertThat(SearchWords.of("Nora  WHITFIELD, of Austin")).isEqualTo(new SearchWords("nora", "whitfield", "of"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "+", "( )", "&", "\u0000"})
    void nothing_to_look_for_is_no_search(String query) {
        assertThat(SearchWords.of(query)).isNull();
    }

    @Test
    void the_range_of_a_beginning_ends_after_every_word_that_begins_so() {
        assertThat(SearchWords.endOf("nor")).isGreaterThan("nora").isGreaterThan("nor\u00e9");
    }
}
