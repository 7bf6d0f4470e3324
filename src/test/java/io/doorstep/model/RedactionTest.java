package io.doorstep.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RedactionTest {

    private final Redaction redaction = new Redaction(List.of("Nora Whitfield"));

    @Test
    void names_numbers_and_addresses_are_hidden_and_found_again() {
        var words = "I'm Nora Whitfield, call 512 555 0143 or +44 20 7946 0958, or write to nora.w@mail.example. Nora";

        var hidden = redaction.hide(words);

        assertThat(hidden).doesNotContain("Nora", "Whitfield", "555", "7946", "@");
        assertThat(redaction.restore(hidden)).isEqualTo(words);
    }

    @Test
    void the_same_has_the_same_stand_in_throughout() {
        assertThat(redaction.hide("a@b.example")).isEqualTo(redaction.hide("a@b.example"));
    }

    @Test
    void prices_and_dates_are_needed_and_stay() {
        var words = "between $650,000 and 700k by 2026-08-15, 3 beds, 78704, Al lives there";

        assertThat(redaction.hide(words)).isEqualTo(words);
    }

    @Test
    void a_name_inside_another_word_stays() {
        assertThat(redaction.hide("Norah, Eleanora")).isEqualTo("Norah, Eleanora");
    }
}
