package io.doorstep.language;

import static io.doorstep.language.Talk.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptanceTest {

    private static final Offer ALTA_VISTA = new Offer.ListingOffer("l1", "2104 Alta Vista Ave");
    private static final Offer KENWOOD = new Offer.ListingOffer("l2", "1711 Kenwood Ave");
    private static final Offer SATURDAY_10 = slot("s1", 16, 10);
    private static final Offer SATURDAY_13 = slot("s2", 16, 13);
    private static final Offer SUNDAY_10 = slot("s3", 17, 10);

    private static Offer slot(String id, int day, int hour) {
        return new Offer.SlotOffer(
                id, ZonedDateTime.of(2026, 5, day, hour, 0, 0, 0, Talk.AUSTIN), "May %d, %d:00".formatted(day, hour));
    }

    private static Understanding offered(String reply, Offer... offers) {
        return Talk.after("Two homes fit. Which one would you like to see?")
                .offering(offers)
                .lead(reply);
    }

    @Test
    void an_offer_is_taken_by_order_by_name_or_by_yes_when_it_is_the_only_one() {
        assertThat(offered("the second", ALTA_VISTA, KENWOOD).accepted()).isEqualTo(KENWOOD);
        assertThat(offered("the last one please", ALTA_VISTA, KENWOOD).accepted())
                .isEqualTo(KENWOOD);
        assertThat(offered("1711 kenwood ave looks great", ALTA_VISTA, KENWOOD).accepted())
                .isEqualTo(KENWOOD);
        assertThat(offered("yes, that one works", ALTA_VISTA).accepted()).isEqualTo(ALTA_VISTA);
    }

    @Test
    void a_yes_to_two_offers_is_no_choice() {
        var understanding = offered("sounds good", ALTA_VISTA, KENWOOD);

        assertThat(understanding.accepted()).isNull();
    }

    @Test
    void a_taken_listing_and_slot_become_facts() {
        assertThat(value(offered("the first one", ALTA_VISTA, KENWOOD), "listingRef"))
                .isEqualTo(Map.of("name", "2104 Alta Vista Ave", "id", "l1"));
        assertThat(value(offered("Sunday works", SATURDAY_10, SUNDAY_10), "visitPreference"))
                .isEqualTo(Map.of("text", "May 17, 10:00", "date", "2026-05-17", "day", "Sunday", "time", "10:00"));
    }

    @Test
    void a_slot_is_taken_by_its_day_or_its_time_when_only_one_fits() {
        assertThat(offered("Sunday works", SATURDAY_10, SATURDAY_13, SUNDAY_10).accepted())
                .isEqualTo(SUNDAY_10);
        assertThat(offered("1 pm is good", SATURDAY_10, SATURDAY_13, SUNDAY_10).accepted())
                .isEqualTo(SATURDAY_13);
        assertThat(offered("Saturday works", SATURDAY_10, SATURDAY_13, SUNDAY_10)
                        .accepted())
                .isNull();
    }

    @Test
    void looking_further_or_no_rejects_what_was_offered() {
        assertThat(offered("do you have anything else?", ALTA_VISTA).rejectedOffers())
                .isTrue();
        assertThat(offered("no, not for me", ALTA_VISTA).rejectedOffers()).isTrue();
        assertThat(offered("no, not for me", ALTA_VISTA).accepted()).isNull();
    }

    @Test
    void a_home_named_only_in_the_assistants_words_is_taken_by_liking_it() {
        var talk = Talk.after("How about Birch Court, located at 12 Millbrook Terrace? It has 3 bedrooms.");
        talk.said("Are pets allowed?").assistant("Yes, pets are allowed.");

        var understanding = talk.lead("Great, that sounds good to me");

        assertThat(value(understanding, "listingRef")).isEqualTo(Map.of("name", "Birch Court"));
    }

    @Test
    void a_question_about_an_offered_home_takes_nothing() {
        var understanding = Talk.after("How about Birch Court at 12 Millbrook Terrace? It has 3 bedrooms.")
                .lead("Is it furnished?");

        assertThat(value(understanding, "listingRef")).isNull();
    }

    @Test
    void a_yes_adopts_the_time_that_the_assistant_proposed() {
        var understanding = Talk.after("There is a viewing on Saturday at 4 pm. Would that work?")
                .lead("let's do it");

        assertThat(value(understanding, "visitPreference"))
                .isEqualTo(Map.of("text", "Saturday", "date", "2026-05-16", "day", "Saturday", "time", "16:00"));
    }

    @Test
    void a_new_day_replaces_the_proposed_one() {
        var talk = Talk.after("Shall I book the visit for Saturday at 4 pm?");

        var understanding = talk.lead("No, make it Sunday at 11 please");

        assertThat(understanding.denied()).isTrue();
        assertThat(value(understanding, "visitPreference"))
                .isEqualTo(Map.of("text", "Sunday", "date", "2026-05-17", "day", "Sunday", "time", "11:00"));
    }

    @Test
    void other_plans_are_no_wish_for_a_visit() {
        var talk = Talk.after("Which day would suit you for a visit?");

        assertThat(value(talk.lead("Friday at 3 works"), "visitPreference"))
                .isEqualTo(Map.of("text", "Friday", "date", "2026-05-15", "day", "Friday", "time", "15:00"));
        talk.assistant("Your visit is booked.");
        assertThat(value(talk.lead("Thanks, my friend's wedding is on Sunday"), "visitPreference"))
                .isNull();
    }

    @Test
    void talk_about_other_things_gives_no_facts_about_homes() {
        var talk = Talk.after("Your visit is booked.");

        var understanding = talk.lead("I need a cab for 2 people on Friday");

        assertThat(understanding.facts()).isEmpty();
        assertThat(understanding.intents()).contains(Intent.OFF_TOPIC);
    }

    @Test
    void a_weekday_said_on_that_day_is_next_weeks_unless_it_is_called_today() {
        var wednesday = Talk.TODAY;

        assertThat(value(Talk.after("Which day would suit you for a visit?").lead("Wednesday"), "visitPreference"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("date", wednesday.plusWeeks(1).toString());
        assertThat(value(Talk.after("Which day would suit you for a visit?").lead("today at 5"), "visitPreference"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("date", wednesday.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quarter to five on friday | 16:45",
                "Friday 10ish | 10:00",
                "half past two tomorrow | 14:30",
                "Friday at ten | 10:00",
                "tomorrow, like 6 | 18:00"
            })
    void hours_are_said_in_words(String text, String time) {
        assertThat(value(Talk.after("Which day would suit you for a visit?").lead(text), "visitPreference"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("time", time);
    }

    @Test
    void a_bare_yes_to_several_offers_is_a_yes_without_a_choice() {
        var understanding = offered("yes", SATURDAY_10, SUNDAY_10);

        assertThat(understanding.affirmed()).isTrue();
        assertThat(understanding.accepted()).isNull();
    }
}
