package io.doorstep.language;

import static io.doorstep.language.Talk.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cash | CASH",
                "no mortgage needed | CASH",
                "we have a letter from our bank | PRE_APPROVED",
                "working on it | IN_PROGRESS",
                "talking to Wells Fargo | IN_PROGRESS",
                "not yet | NEEDED",
                "still to be arranged | NEEDED"
            })
    void the_question_of_the_money_is_answered_in_many_ways(String text, String financing) {
        var talk = Talk.after("Are you paying cash, already pre-approved, or is the mortgage still to be arranged?");

        assertThat(value(talk.lead(text), "financing")).isEqualTo(financing);
    }

    @Test
    void asking_whether_an_approval_is_needed_states_nothing() {
        assertThat(value("do I need to be pre-approved to see it?", "financing"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 to 6 months | 2026-11-13",
                "60 days | 2026-07-12",
                "in a couple of months | 2026-07-13",
                "maybe September or October | 2026-10-31",
                "by Christmas | 2026-12-25",
                "not for another year | 2027-05-13",
                "as soon as we find something | 2026-05-27",
                "sometime in the fall | 2026-11-30"
            })
    void by_when_is_told_in_many_ways(String text, String by) {
        assertThat(value(new Talk().asking(Question.TIMELINE).lead(text), "timeline"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("by", by);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "relocating for work | new job",
                "closer to work | shorter commute",
                "they raised our rent | rent increase",
                "we ran out of space, it's getting cramped | more space",
                "retiring next year | retirement",
                "we're having a baby | other",
                "I just got married | other"
            })
    void every_reason_counts_and_those_of_a_protected_kind_have_no_name(String text, String motivation) {
        assertThat(value(Talk.after("What has you thinking about a move?").lead(text), "motivation"))
                .isEqualTo(motivation);
    }

    @Test
    void no_answer_is_no_reason() {
        assertThat(value(Talk.after("What has you thinking about a move?").lead("I'd rather not say"), "motivation"))
                .isNull();
    }

    @Test
    void nobody_but_you_means_no_agent() {
        var question = "Are you already working with an agent?";

        assertThat(value(Talk.after(question).lead("just you guys"), "representedByAgent"))
                .isEqualTo(false);
        assertThat(value(Talk.after(question).lead("not at the moment"), "representedByAgent"))
                .isEqualTo(false);
    }

    @Test
    void names_and_addresses_come_as_people_write_them() {
        assertThat(value("Hi, Jessica here, I saw your listing", "contact.name"))
                .isEqualTo("Jessica");
        assertThat(value("I'm Dr. Patel", "contact.name")).isEqualTo("Dr. Patel");
        assertThat(value("Please send me the details.\n\nSincerely,\nMark Rivera", "contact.name"))
                .isEqualTo("Mark Rivera");
        assertThat(value("reach me at jane dot doe at gmail dot com", "contact.email"))
                .isEqualTo("jane.doe@gmail.com");
        assertThat(value("call me back at 512 755 0173", "contact.name")).isNull();
        assertThat(value("I prefer WhatsApp", "contact.preferredChannel")).isEqualTo("WHATSAPP");
    }
}
