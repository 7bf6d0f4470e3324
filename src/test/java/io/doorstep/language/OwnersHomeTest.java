package io.doorstep.language;

import static io.doorstep.language.Talk.value;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnersHomeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it's in good shape | good",
                "move-in ready | good",
                "the kitchen was fully remodeled | renovated",
                "it needs some work | needs work",
                "honestly a fixer-upper | needs work"
            })
    void the_condition_of_a_home_for_sale_is_kept(String text, String condition) {
        assertThat(value(new Talk().said("I want to sell my condo").lead(text), "condition"))
                .isEqualTo(condition);
    }

    @Test
    void a_buyer_who_does_not_mind_work_has_no_home_in_that_condition() {
        assertThat(value("looking for a fixer-upper to buy", "condition")).isNull();
    }

    @Test
    void owners_are_known_by_what_they_want_done() {
        assertThat(value("I inherited a house and want to get rid of it", "intent"))
                .isEqualTo("sell");
        assertThat(value("we need to sell her house", "intent")).isEqualTo("sell");
        assertThat(value("I own a rental I need tenants for", "intent")).isEqualTo("let");
    }

    @Test
    void who_sells_to_buy_is_a_buyer_with_a_home_to_sell() {
        var text = "we want to sell our house and buy a bigger one";

        assertThat(value(text, "intent")).isEqualTo("buy");
        assertThat(value(text, "currentHome")).isEqualTo("mustSell");
    }
}
