package io.doorstep.language;

import static io.doorstep.language.Talk.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static @Nullable String shown(Understanding understanding, String key) {
        return understanding.facts().stream()
                .filter(fact -> fact.key().equals(key))
                .map(FactProposal::display)
                .findFirst()
                .orElse(null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "we can spend half a million | $500,000",
                "we'd like to stay under half a mil | up to $500,000",
                "budget is six fifty | $650,000",
                "six hundred thousand tops | up to $600,000",
                "a million and a half | $1,500,000",
                "one point two million | $1,200,000",
                "two hundred fifty thousand | $250,000",
                "five hundred grand | $500,000",
                "between five hundred and six hundred thousand | $500,000 to $600,000",
                "somewhere between 650-700k | $650,000 to $700,000",
                "650 to 700k | $650,000 to $700,000",
                "1 to 1.5 million | $1,000,000 to $1,500,000",
                "mid 500s | $540,000 to $560,000",
                "low 600s | $600,000 to $630,000",
                "somewhere in the 700s | $700,000 to $799,000",
                "around 350-ish | about $350,000",
                "400k give or take | about $400,000",
                "our max is 750 | up to $750,000",
                "my budget is 425 000 | $425,000",
                "around $1.2M | about $1,200,000",
                "north of 500k | from $500,000",
                "under 2.5k a month | up to $2,500 a month",
                "less than three thousand a month | up to $3,000 a month",
                "about twelve hundred a month | about $1,200 a month",
                "$2,000-$2,400/mo | $2,000 to $2,400 a month",
                "rent no more than 1800 | up to $1,800 a month",
                "£1,200 pcm | £1,200 a month",
                "Budget is 500k. Actually make that 550k | $550,000",
                "500k, scratch that, 550k max | up to $550,000"
            })
    void a_price_is_read_in_words_and_digits(String text, String display) {
        assertThat(shown(Talk.of(text), "price")).isEqualTo(display);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "six fifty | $650,000",
                "2200 | $2,200 a month",
                "nothing over 800 | up to $800,000",
                "450, maybe 475 if it's perfect | $475,000"
            })
    void a_bare_figure_answers_the_question_of_the_budget(String text, String display) {
        assertThat(shown(new Talk().asking(Question.PRICE).lead(text), "price")).isEqualTo(display);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call me at 512 755 0173",
                "we have 60k for a down payment",
                "we put 20k down",
                "about 1,500 square feet",
                "it is twenty minutes from work",
                "is the rent 1,800 a month?",
                "two of us are looking"
            })
    void other_figures_are_no_price(String text) {
        assertThat(value(text, "price")).isNull();
    }

    @Test
    void what_a_buyer_calls_650_is_thousands_and_what_a_renter_calls_650_is_not() {
        assertThat(shown(new Talk().said("I want to buy a house").lead("budget 650"), "price"))
                .isEqualTo("$650,000");
        assertThat(shown(new Talk().said("I want to rent a room").lead("budget 650"), "price"))
                .isEqualTo("$650 a month");
    }

    @Test
    void what_an_owner_hopes_for_and_what_they_owe_are_two_things() {
        var owner = new Talk().said("I want to sell my house");

        assertThat(shown(owner.asking(Question.PRICE_EXPECTATION).lead("around 400"), "priceExpectation"))
                .isEqualTo("about $400,000");
        assertThat(shown(owner.lead("we still owe 210k on it"), "mortgageOwed")).isEqualTo("$210,000");
        assertThat(shown(owner.lead("it's paid off"), "mortgageOwed")).isEqualTo("paid off");
    }

    @Test
    void a_price_a_month_is_a_renters() {
        assertThat(value("a 2 bedroom for $1,800 per month", "intent")).isEqualTo("rent");
        assertThat(value("a 2 bedroom for $1,800 per month", "price"))
                .isEqualTo(
                        Map.of("min", 180_000L, "max", 180_000L, "currency", "USD", "period", "month", "about", false));
    }
}
