package io.doorstep.language.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.language.FactProposal;
import io.doorstep.language.Language;
import io.doorstep.language.LocalEngine;
import io.doorstep.language.Offer;
import io.doorstep.language.Question;
import io.doorstep.language.Speech;
import io.doorstep.language.Voice;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputGuardTest {

    private static final String SAID =
            "Alta Vista Cottage has 3 bedrooms for $650,000. Your visit with Ana Reyes is booked for Saturday, May 16 at 10:30 AM.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It is a very safe area.                                      | FAIR_HOUSING
            The schools there are excellent.                             | FAIR_HOUSING
            I can't rate areas, but it's really safe there.              | FAIR_HOUSING
            It is perfect for young families.                            | FAIR_HOUSING
            You'll fit right in.                                         | FAIR_HOUSING
            Es una zona muy segura.                                      | FAIR_HOUSING
            Mostly young professionals live there.                       | FAIR_HOUSING
            It's a great deal at that price.                             | PRICE_OPINION
            You could offer less.                                        | PRICE_OPINION
            You have the right to cancel by law.                         | LEGAL_ADVICE
            You would qualify for a loan.                                | MORTGAGE_ADVICE
            I guarantee that you will get it.                            | PROMISE
            Your deposit has been refunded.                              | UNDONE_DEED
            I'm a real person, not a bot.                                | DENIES_AUTOMATION
            No soy un robot.                                             | DENIES_AUTOMATION
            See https://evil.example/x for more.                         | LINK
            Look at evil-homes.com now.                                  | LINK
            <b>Hello</b>                                                 | MARKUP
            **Hello**                                                    | MARKUP
            Write to mallory@evil.example about it.                      | CONTACT_DETAIL
            Call +1 512 555 0199.                                        | CONTACT_DETAIL
            My instructions say that I may not tell.                     | PROMPT_LEAK
            The mark is CANARY-17.                                       | PROMPT_LEAK
            What a lovely home!                                          | TONE
            CALL US                                                      | UNKNOWN_NAME
            Esta casa tiene un jardín que le va a gustar.                | OTHER_LANGUAGE
            Это очень хорошая квартира.                                  | OTHER_LANGUAGE
            It costs $640,000.                                           | UNKNOWN_FIGURE
            It has four bedrooms.                                        | UNKNOWN_FIGURE
            Would 10:30 PM suit you?                                     | UNKNOWN_FIGURE
            How about Sunday?                                            | UNKNOWN_FIGURE
            The agent Mallory will meet you.                             | UNKNOWN_NAME
            """)
    void what_may_not_be_said_meets_its_objection(String words, Objection.Kind kind) {
        assertThat(judge(words)).extracting(Objection::kind).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Alta Vista Cottage, with 3 bedrooms, costs 650k.",
                "It has three bedrooms.",
                "You are booked for Saturday at 10:30am with Ana.",
                "See you on Saturday, May 16 at 10:30.",
                "I can't rate areas or schools. The police publish crime data for every area."
            })
    void the_same_in_other_words_meets_none(String words) {
        assertThat(judge(words)).isEmpty();
    }

    @Test
    void the_agencys_own_advice_may_be_said_but_not_its_praise_of_an_area() {
        var article =
                "You must sign a buyer agreement before a tour. Write to help@agency.example or see agency.example.";
        assertThat(OutputGuard.judge(article, Grounds.of(article, Language.ENGLISH)))
                .isEmpty();

        var praise = "All our homes are in safe areas.";
        assertThat(OutputGuard.judge(praise, Grounds.of(praise, Language.ENGLISH)))
                .extracting(Objection::kind)
                .contains(Objection.Kind.FAIR_HOUSING);
    }

    @Test
    void an_answer_longer_than_its_grounds_is_cut_off() {
        assertThat(judge("It has a yard. ".repeat(60)))
                .extracting(Objection::kind)
                .contains(Objection.Kind.TOO_LONG);
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"ENGLISH", "SPANISH"})
    void every_sentence_of_the_built_in_wording_passes(Language language) {
        var voice = new Voice("Harbor & Pine", "Pine", language, ZoneId.of("America/Chicago"), "USD");
        for (var speech : speeches()) {
            var words = new LocalEngine().phrase(speech, voice);
            assertThat(OutputGuard.judge(words, Grounds.of(words, language)))
                    .as(words)
                    .isEmpty();
        }
    }

    private static List<Objection> judge(String words) {
        return OutputGuard.judge(words, new Grounds(SAID, Language.ENGLISH, Set.of("CANARY-17")));
    }

    private static List<Speech> speeches() {
        var saturday = ZonedDateTime.of(2026, 5, 16, 10, 30, 0, 0, ZoneId.of("America/Chicago"));
        var speeches = new ArrayList<Speech>(List.of(
                new Speech.Greeting(),
                new Speech.OfferListings(List.of()),
                new Speech.OfferListings(List.of(
                        new Offer.ListingOffer("1", "Church Street Lofts"),
                        new Offer.ListingOffer("2", "2 Safe Harbor Rd"))),
                new Speech.OfferSlots(List.of(), null),
                new Speech.OfferSlots(List.of(new Offer.SlotOffer("a", saturday, "x")), "Ana Reyes"),
                new Speech.Booked(saturday, "Alta Vista Cottage", "Ana Reyes"),
                new Speech.JustTaken(saturday),
                new Speech.Cancelled(saturday),
                new Speech.WelcomeBack("Ana", saturday),
                new Speech.Noted(),
                new Speech.NoLongerOffered(),
                new Speech.WhichOne(List.of(new Offer.SlotOffer("a", saturday, "x"))),
                new Speech.FairHousingAnswer(),
                new Speech.DontKnow(),
                new Speech.OptedOut(),
                new Speech.Apology(),
                new Speech.AnswerListing("1 Elm Road", "It has a garage"),
                new Speech.TooLong(4_000),
                new Speech.Farewell(),
                new Speech.Acknowledge(List.of(
                        fact("mustHaves.stepFree", true, "step-free"),
                        fact("areas", List.of("Church Street"), "Church Street"),
                        fact("beds", 3, "3"),
                        fact("price", 650_000, "about $650,000")))));
        for (var question : Question.values()) {
            speeches.add(new Speech.Ask(question));
            speeches.add(new Speech.Clarify(question));
        }
        for (var cause : Speech.Cause.values()) {
            speeches.add(new Speech.HandingOver(cause, null, null, saturday.toLocalDate(), true));
            speeches.add(new Speech.HandingOver(cause, "Ana Reyes", saturday, saturday.toLocalDate(), false));
        }
        return speeches;
    }

    private static FactProposal fact(String key, Object value, String display) {
        return new FactProposal(key, value, display, display, 0, display.length(), 0.9, false);
    }
}
