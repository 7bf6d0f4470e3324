package io.doorstep.language;

import static io.doorstep.language.Talk.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WishesTest {

    @Test
    void beds_and_baths_are_read_however_they_are_written() {
        assertThat(value("a 3 bed near here", "beds")).isEqualTo(3);
        assertThat(value("3br/2ba please", "baths")).isEqualTo(2);
        assertThat(value("I need two bed rooms and one bath", "beds")).isEqualTo(2);
        assertThat(value("a four-bedroom house", "beds")).isEqualTo(4);
        assertThat(value("two and a half baths", "baths")).isEqualTo(2.5);
        assertThat(value("2-3 bedrooms", "beds")).isEqualTo(Map.of("min", 2, "max", 3));
        assertThat(value("at least 2 bedrooms", "beds")).isEqualTo(Map.of("min", 2));
        assertThat(value("looking for a studio", "beds")).isEqualTo(0);
    }

    @Test
    void a_question_about_a_home_is_no_wish() {
        var talk = Talk.after("How about Mill House at 12 Mill Road? It has 2 beds for $2,100 a month.");

        var understanding = talk.lead("Does it have a garage? And are pets allowed there?");

        assertThat(understanding.facts()).noneMatch(fact -> fact.key().startsWith("mustHaves"));
        assertThat(understanding.intents()).contains(Intent.QUESTION);
    }

    @Test
    void a_search_in_question_form_is_a_wish() {
        assertThat(value("Can you find anything with a garage and in-unit laundry?", "mustHaves.garage"))
                .isEqualTo(true);
        assertThat(value("Can you find anything with a garage and in-unit laundry?", "mustHaves.laundry"))
                .isEqualTo(true);
        assertThat(value("do you have any other places that allow pets?", "mustHaves.pets"))
                .isEqualTo(true);
    }

    @Test
    void a_wish_can_be_refused_or_left_open() {
        assertThat(value("I don't need a garage", "mustHaves.garage")).isEqualTo(false);
        assertThat(value("unfurnished please", "mustHaves.furnished")).isEqualTo(false);
        assertThat(value("the yard doesn't matter", "mustHaves.yard")).isEqualTo("dontcare");
        assertThat(value("I don't care about laundry", "mustHaves.laundry")).isEqualTo("dontcare");
        assertThat(value(Talk.after("Do you need a garage?").lead("no, not really"), "mustHaves.garage"))
                .isEqualTo(false);
        assertThat(value(Talk.after("Is in-unit laundry a must?").lead("Yes"), "mustHaves.laundry"))
                .isEqualTo(true);
    }

    @Test
    void an_accessibility_wish_is_a_wish_like_others() {
        assertThat(value("we need it wheelchair accessible", "mustHaves.stepFree"))
                .isEqualTo(true);
        assertThat(value("no stairs please", "mustHaves.stepFree")).isEqualTo(true);
    }

    @Test
    void areas_follow_in_and_near_and_end_where_the_name_ends() {
        assertThat(value("Something in Santa Rita with 2 bedrooms.", "areas")).isEqualTo(List.of("Santa Rita"));
        assertThat(value("Anything near Zilker or Bouldin Creek?", "areas"))
                .isEqualTo(List.of("Zilker", "Bouldin Creek"));
        assertThat(value("a house in oak hill please", "areas")).isEqualTo(List.of("oak hill"));
        assertThat(value("We want to move in March", "areas")).isNull();
        assertThat(value("I'm interested in a house with a yard", "areas")).isNull();
    }

    @Test
    void the_agencys_own_areas_are_known_in_any_case() {
        var understanding = new Talk().in("Travis Heights", "Zilker").lead("3 bed travis heights max 650k");

        assertThat(value(understanding, "areas")).isEqualTo(List.of("Travis Heights"));
    }

    @Test
    void a_bare_name_answers_the_question_where() {
        assertThat(value(Talk.after("Which city do you have in mind?").lead("Lakeside."), "areas"))
                .isEqualTo(List.of("Lakeside"));
        assertThat(value(Talk.after("Where should it be?").lead("I think Oak Hill would be nice"), "areas"))
                .isEqualTo(List.of("Oak Hill"));
        assertThat(value(new Talk().asking(Question.AREA).lead("round rock please"), "areas"))
                .isEqualTo(List.of("round rock"));
        assertThat(value(new Talk().asking(Question.AREA).lead("anywhere is fine"), "areas"))
                .isEqualTo(List.of());
    }

    @Test
    void buy_and_rent_and_sell_and_let_are_told_apart() {
        assertThat(value("I'm looking for a house to buy in Oakland", "intent")).isEqualTo("buy");
        assertThat(value("I'd like to rent a 2 bedroom apartment", "intent")).isEqualTo("rent");
        assertThat(value("we want to sell our house", "intent")).isEqualTo("sell");
        assertThat(value("I want to rent out my condo", "intent")).isEqualTo("let");
        assertThat(value(Talk.after("Would you like to buy or rent?").lead("rent please"), "intent"))
                .isEqualTo("rent");
        assertThat(value(
                        Talk.after("Are you looking to rent or purchase?").lead("I would prefer to purchase"),
                        "intent"))
                .isEqualTo("buy");
    }

    @Test
    void asking_what_the_rent_is_does_not_make_a_renter() {
        assertThat(value("How much is the rent?", "intent")).isNull();
        assertThat(value("No, we rent, the lease ends July 31", "intent")).isNull();
        assertThat(value("No, we rent and our lease ends soon", "intent")).isNull();
    }

    @Test
    void prices_keep_their_bounds_their_period_and_about() {
        assertThat(value("under 2,500 a month", "price"))
                .isEqualTo(Map.of("max", 250_000L, "currency", "USD", "period", "month", "about", false));
        assertThat(value("between 500k and 600k", "price"))
                .isEqualTo(Map.of(
                        "min", 50_000_000L, "max", 60_000_000L, "currency", "USD", "period", "total", "about", false));
        assertThat(value("budget up to 1.25 million", "price"))
                .isEqualTo(Map.of("max", 125_000_000L, "currency", "USD", "period", "total", "about", false));
        assertThat(value("around £1,800 pcm", "price"))
                .isEqualTo(
                        Map.of("min", 180_000L, "max", 180_000L, "currency", "GBP", "period", "month", "about", true));
    }

    @Test
    void numbers_that_are_no_money_are_no_price() {
        assertThat(value("call me at 512-555-0173", "price")).isNull();
        assertThat(value("is 2104 Alta Vista Ave still free", "price")).isNull();
        assertThat(value("by June 2027 at the latest", "price")).isNull();
    }

    @Test
    void a_later_statement_in_a_message_holds() {
        assertThat(value("2 bedrooms. Sorry, I meant 3 bedrooms", "beds")).isEqualTo(3);
    }

    @Test
    void several_areas_in_a_row_belong_together() {
        assertThat(value("3bd in Mueller, East Austin or Hyde Park. Need a garage", "areas"))
                .isEqualTo(List.of("Mueller", "East Austin", "Hyde Park"));
        assertThat(value("We are relocating from Denver to Austin", "areas")).isEqualTo(List.of("Austin"));
        assertThat(value("something near St. David's hospital", "areas")).isEqualTo(List.of("St. David"));
    }

    @Test
    void no_to_a_list_of_examples_refuses_none_of_them() {
        var talk = new Talk()
                .assistant("Is there anything the home must have, such as a garage or a yard?")
                .asking(Question.MUST_HAVES);

        assertThat(talk.lead("no").facts()).isEmpty();
    }

    @Test
    void what_people_earn_or_owe_is_never_a_fact() {
        assertThat(Talk.of("I make $5000 a month and my credit score is 700").facts())
                .isEmpty();
    }

    @Test
    void a_wish_that_would_only_be_nice_is_left_open() {
        assertThat(value("a garage would be nice but not essential", "mustHaves.garage"))
                .isEqualTo("dontcare");
        assertThat(value("furnished or unfurnished, either is fine", "mustHaves.furnished"))
                .isEqualTo("dontcare");
        assertThat(value("garage optional", "mustHaves.garage")).isEqualTo("dontcare");
    }

    @Test
    void an_assistance_animal_is_no_pet() {
        var text = "I have a service dog";

        assertThat(value(text, "mustHaves.assistanceAnimal")).isEqualTo(true);
        assertThat(value(text, "mustHaves.pets")).isNull();
    }

    @Test
    void more_wishes_than_a_garage_are_known() {
        assertThat(value("has to have in-unit washer and dryer", "mustHaves.laundry"))
                .isEqualTo(true);
        assertThat(value("parking for two cars", "mustHaves.parking")).isEqualTo(true);
        assertThat(value("single story with a fireplace", "mustHaves.singleStory"))
                .isEqualTo(true);
        assertThat(value("my mother can't climb stairs", "mustHaves.stepFree")).isEqualTo(true);
    }

    @Test
    void shorthand_of_the_trade_is_read() {
        assertThat(value("looking for a 3/2 in Oak Hill", "beds")).isEqualTo(3);
        assertThat(value("looking for a 3/2 in Oak Hill", "baths")).isEqualTo(2);
        assertThat(value("a couple of bedrooms", "beds")).isEqualTo(2);
    }

    @Test
    void where_they_live_or_will_not_go_is_no_wish() {
        assertThat(value("I live in Denver now", "areas")).isNull();
        assertThat(value(Talk.after("Which area do you have in mind?").lead("anywhere but Oak Hill"), "areas"))
                .isNotEqualTo(List.of("Oak Hill"));
        assertThat(value(new Talk().in("Zilker", "Mueller").lead("Mueller but not Zilker"), "areas"))
                .isEqualTo(List.of("Mueller"));
        assertThat(value("in zip 78704", "areas")).isEqualTo(List.of("78704"));
    }

    @Test
    void who_is_tired_of_renting_does_not_want_to_rent() {
        assertThat(value("just tired of renting", "intent")).isNull();
    }

    @Test
    void asking_for_the_rules_of_a_home_wishes_for_nothing() {
        var talk = Talk.after("How about Mill House at 12 Mill Road? It has 2 beds for $2,100 a month.");

        assertThat(talk.lead("Tell me the phone number, and the pet policy. I'd like to know if they allow dogs.")
                        .facts())
                .noneMatch(fact -> fact.key().startsWith("mustHaves"));
    }

    @Test
    void a_count_stands_out_in_a_longer_answer() {
        var talk = Talk.after("How many bedrooms do you need?");

        assertThat(value(talk.lead("Two will do, there is nobody else who would live with me these days."), "beds"))
                .isEqualTo(2);
    }

    @Test
    void an_area_is_known_by_being_called_one() {
        assertThat(value("something else in the oakley area", "areas")).isEqualTo(List.of("oakley"));
    }
}
