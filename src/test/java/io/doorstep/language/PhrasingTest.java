package io.doorstep.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhrasingTest {

    private static final Voice VOICE = new Voice("Harbor & Pine", "Pine", Language.ENGLISH, Talk.AUSTIN, "USD");
    private static final ZonedDateTime SATURDAY = ZonedDateTime.of(2026, 5, 16, 15, 30, 0, 0, java.time.ZoneOffset.UTC);

    private static String said(Speech speech) {
        return new LocalEngine().phrase(speech, VOICE);
    }

    @Test
    void a_conversation_opens_by_saying_that_an_automated_assistant_speaks() {
        assertThat(said(new Speech.Greeting())).isEqualTo("Hi, I'm Harbor & Pine's automated assistant.");
    }

    @Test
    void what_was_understood_is_said_back_in_one_sentence() {
        var facts = Talk.of(
                        "hi, we're looking for a 3 bed near Travis Heights, around 650k, hopefully before school starts, we already"
                                + " have a pre-approval")
                .facts();

        assertThat(said(new Speech.Acknowledge(facts)))
                .isEqualTo(
                        "3 bedrooms, near Travis Heights, about $650,000, pre-approved, before school starts: got it.");
        assertThat(said(new Speech.Acknowledge(Talk.of("with a yard").facts()))).isEqualTo("A yard, noted.");
        assertThat(said(new Speech.Acknowledge(List.of()))).isEmpty();
    }

    @Test
    void times_are_said_in_the_zone_of_the_voice() {
        assertThat(said(new Speech.Booked(SATURDAY, "2104 Alta Vista Ave", "Ana Reyes")))
                .isEqualTo(
                        "Your visit to 2104 Alta Vista Ave is booked for Saturday, May 16 at 10:30 AM. Ana Reyes will meet you there.");
        assertThat(said(new Speech.OfferSlots(
                        List.of(
                                new Offer.SlotOffer("a", SATURDAY, "x"),
                                new Offer.SlotOffer("b", SATURDAY.plusHours(3), "y"),
                                new Offer.SlotOffer("c", SATURDAY.plusDays(1), "z")),
                        "Ana Reyes")))
                .isEqualTo(
                        "These times are free with Ana Reyes: Saturday 10:30 AM, Saturday 1:30 PM or Sunday 10:30 AM. Which one works?");
    }

    @Test
    void parts_are_joined_and_empty_ones_leave_no_gap() {
        var speech = new Speech.Combined(
                List.of(new Speech.Greeting(), new Speech.Acknowledge(List.of()), new Speech.Ask(Question.BEDS)));

        assertThat(said(speech))
                .isEqualTo("Hi, I'm Harbor & Pine's automated assistant. How many bedrooms do you need?");
    }

    @Test
    void a_handover_names_the_person_and_says_truthfully_when_they_answer() {
        var friday = SATURDAY.toLocalDate().minusDays(1);

        assertThat(said(new Speech.HandingOver(Speech.Cause.ASKED, "Ana Reyes", null, friday, false)))
                .isEqualTo("Of course. I've asked Ana Reyes to join, and I stay quiet from here.");
        assertThat(said(new Speech.HandingOver(Speech.Cause.DISTRESS, "Ana Reyes", SATURDAY, friday, false)))
                .startsWith("I'm sorry to hear that. Ana Reyes will answer you here and is back tomorrow at ")
                .endsWith("If you leave a phone number or an e-mail, you can be reached there too.");
        assertThat(said(new Speech.HandingOver(Speech.Cause.FEES, "Ana Reyes", SATURDAY, friday.minusDays(2), true)))
                .contains("is back on Saturday, ")
                .doesNotContain("leave a phone number");
    }

    @Test
    void no_sentence_shouts_begs_or_praises_an_area() {
        var speeches = new ArrayList<Speech>(List.of(
                new Speech.Greeting(),
                new Speech.OfferListings(List.of()),
                new Speech.OfferListings(
                        List.of(new Offer.ListingOffer("1", "1 Elm Road"), new Offer.ListingOffer("2", "2 Elm Road"))),
                new Speech.OfferSlots(List.of(), null),
                new Speech.Cancelled(SATURDAY),
                new Speech.WelcomeBack("Nora", SATURDAY),
                new Speech.WelcomeBack(null, null),
                new Speech.Noted(),
                new Speech.NoLongerOffered(),
                new Speech.WhichOne(
                        List.of(new Offer.ListingOffer("1", "1 Elm Road"), new Offer.SlotOffer("2", SATURDAY, "x"))),
                new Speech.FairHousingAnswer(),
                new Speech.DontKnow(),
                new Speech.OptedOut(),
                new Speech.Apology(),
                new Speech.AnswerListing("1 Elm Road", "It has a garage"),
                new Speech.TooLong(2000),
                new Speech.Farewell()));
        for (var question : Question.values()) {
            speeches.add(new Speech.Ask(question));
            speeches.add(new Speech.Clarify(question));
        }
        for (var cause : Speech.Cause.values()) {
            speeches.add(new Speech.HandingOver(cause, null, null, SATURDAY.toLocalDate(), true));
            speeches.add(new Speech.HandingOver(cause, null, SATURDAY, SATURDAY.toLocalDate(), false));
            speeches.add(new Speech.HandingOver(cause, "Ana Reyes", null, SATURDAY.toLocalDate(), false));
            speeches.add(new Speech.HandingOver(cause, "Ana Reyes", SATURDAY, SATURDAY.toLocalDate(), false));
        }

        assertThat(speeches)
                .allSatisfy(speech -> assertThat(said(speech))
                        .isNotBlank()
                        .matches("[A-Z0-9].*[.?]")
                        .doesNotContain("!", "please", "null", "great area", "safe area", "good school"));
    }

    /** A restart or a takeover loses the typed question: the words alone must do. */
    @ParameterizedTest
    @EnumSource(Question.class)
    void every_question_is_recognised_from_its_own_words(Question question) {
        assertThat(Heard.saying(Questions.ask(question)).asked()).contains(question);
    }
}
