package io.doorstep.language;

import static io.doorstep.language.Talk.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CircumstancesTest {

    @Test
    void financing_has_four_states() {
        assertThat(value("we already have a pre-approval", "financing")).isEqualTo("PRE_APPROVED");
        assertThat(value("not pre-approved yet", "financing")).isEqualTo("NEEDED");
        assertThat(value("we're working on our pre-approval", "financing")).isEqualTo("IN_PROGRESS");
        assertThat(value("paying cash from the sale", "financing")).isEqualTo("CASH");
        assertThat(value(Talk.after("Are you pre-approved?").lead("yes"), "financing"))
                .isEqualTo("PRE_APPROVED");
    }

    @Test
    void an_agent_and_a_home_to_sell_are_noted() {
        assertThat(value("we're working with an agent", "representedByAgent")).isEqualTo(true);
        assertThat(value(Talk.after("Are you already working with an agent?").lead("nope"), "representedByAgent"))
                .isEqualTo(false);
        assertThat(value("We would have to sell our place in Cedar Park first", "currentHome"))
                .isEqualTo("mustSell");
        assertThat(value("No, we rent, the lease ends July 31 and the landlord is selling", "currentHome"))
                .isEqualTo("rents");
        assertThat(value("No, we rent, the lease ends July 31 and the landlord is selling", "motivation"))
                .isEqualTo("landlord selling");
    }

    @Test
    void a_deadline_becomes_a_date() {
        assertThat(value("No, we rent, the lease ends July 31", "timeline"))
                .isEqualTo(Map.of("text", "July 31", "by", "2026-07-31", "horizonDays", 79L));
        assertThat(value("hoping to move by the end of July", "timeline"))
                .isEqualTo(Map.of("text", "by the end of July", "by", "2026-07-31", "horizonDays", 79L));
        assertThat(value("we want to buy within 3 months", "timeline"))
                .isEqualTo(Map.of("text", "within 3 months", "by", "2026-08-13", "horizonDays", 92L));
        assertThat(value(new Talk().asking(Question.TIMELINE).lead("no rush"), "timeline"))
                .isEqualTo(Map.of("text", "no rush", "horizonDays", 365));
    }

    @Test
    void contact_points_are_normalised() {
        var text = "I'm Nora Whitfield, nora.whitfield@Example.com or (512) 755-0173, text me";

        assertThat(value(text, "contact.name")).isEqualTo("Nora Whitfield");
        assertThat(value(text, "contact.email")).isEqualTo("nora.whitfield@example.com");
        assertThat(value(text, "contact.phone")).isEqualTo("+15127550173");
        assertThat(value(text, "contact.preferredChannel")).isEqualTo("SMS");
    }

    @Test
    void names_are_given_in_many_ways_and_not_every_i_am_is_one() {
        assertThat(value("my name is priya", "contact.name")).isEqualTo("Priya");
        assertThat(value("just call me Priya", "contact.name")).isEqualTo("Priya");
        assertThat(value(Talk.after("Could you give me your name?").lead("It's Owen Tran"), "contact.name"))
                .isEqualTo("Owen Tran");
        assertThat(value(Talk.after("Could you give me your name?").lead("ben"), "contact.name"))
                .isEqualTo("Ben");
        assertThat(value("I'm looking for a house", "contact.name")).isNull();
        assertThat(value("I'm Interested", "contact.name")).isNull();
        assertThat(value("call me a cab", "contact.preferredChannel")).isNull();
    }

    @Test
    void a_sellers_amount_and_street_are_about_the_home_they_have() {
        var text = "I want to sell my house at 12 Mill Road, hoping to get 480k";

        assertThat(value(text, "intent")).isEqualTo("sell");
        assertThat(value(text, "propertyAddress")).isEqualTo("12 Mill Road");
        assertThat(value(text, "price")).isNull();
        assertThat(value(text, "priceExpectation"))
                .isEqualTo(Map.of(
                        "min", 48_000_000L, "max", 48_000_000L, "currency", "USD", "period", "total", "about", false));
    }
}
