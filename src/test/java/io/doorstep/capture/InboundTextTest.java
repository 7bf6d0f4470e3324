package io.doorstep.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InboundTextTest {

    @Test
    void control_characters_go_and_line_breaks_stay() {
        assertThat(InboundText.clean("  3 bed\u0000\u0007\u001b[31m\nnear the park\t\r\n "))
                .isEqualTo("3 bed[31m\nnear the park");
    }

    @Test
    void emoji_and_right_to_left_text_are_kept_whole() {
        var family = "\uD83D\uDC69\u200D\uD83D\uDC67";

        assertThat(InboundText.clean(family + " שלום مرحبا")).isEqualTo(family + " שלום مرحبا");
        assertThat(InboundText.length(family)).isEqualTo(3);
    }

    @Test
    void half_a_surrogate_pair_is_replaced_because_no_database_stores_it() {
        assertThat(InboundText.clean("a\uD83Db")).isEqualTo("a\uFFFDb");
    }

    @Test
    void characters_that_turn_the_text_around_them_are_dropped() {
        assertThat(InboundText.clean("pay \u202E005$\u202C now\uFEFF")).isEqualTo("pay 005$ now");
    }
}
