package io.doorstep.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandoversTest {

    private static final Set<Intent> FOR_A_PERSON = EnumSet.of(
            Intent.WANTS_PERSON,
            Intent.ASKS_FEES,
            Intent.PRICE_OPINION,
            Intent.LEGAL_ADVICE,
            Intent.MORTGAGE_ADVICE,
            Intent.NEGOTIATES,
            Intent.DISTRESS,
            Intent.COMPLAINT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "can I talk to a person? | WANTS_PERSON",
                "human please | WANTS_PERSON",
                "I don't want to talk to a bot | WANTS_PERSON",
                "Can someone call me? | WANTS_PERSON",
                "call me back at 512 755 0173 | WANTS_PERSON",
                "I want an agent to call me | WANTS_PERSON",
                "What commission do you take? | ASKS_FEES",
                "how much do you guys charge to sell a house? | ASKS_FEES",
                "who pays the buyer's agent? | ASKS_FEES",
                "How do you get paid? | ASKS_FEES",
                "Is your service free for buyers? | ASKS_FEES",
                "what is my house worth? | PRICE_OPINION",
                "How much could I get for my place on Elm Street? | PRICE_OPINION",
                "Do you think the asking price is reasonable? | PRICE_OPINION",
                "what should I offer for it? | PRICE_OPINION",
                "are prices going to go down next year? | PRICE_OPINION",
                "Is now a good time to buy? | PRICE_OPINION",
                "can my landlord keep my deposit? | LEGAL_ADVICE",
                "How can I break my lease early? | LEGAL_ADVICE",
                "Do I need a lawyer to buy a house? | LEGAL_ADVICE",
                "How much tax will I pay when I sell? | LEGAL_ADVICE",
                "What mortgage rates can I get right now? | MORTGAGE_ADVICE",
                "how much house can I afford on 90k? | MORTGAGE_ADVICE",
                "FHA or conventional, what's better for us? | MORTGAGE_ADVICE",
                "Can you recommend a lender? | MORTGAGE_ADVICE",
                "Will I qualify for a loan with bad credit? | MORTGAGE_ADVICE",
                "Would they take 480? | NEGOTIATES",
                "is the price negotiable? | NEGOTIATES",
                "Can you do 2,300 instead of 2,500? | NEGOTIATES",
                "I'd like to make an offer | NEGOTIATES",
                "any wiggle room on the rent? | NEGOTIATES",
                "My divorce is final so I'm moving | DISTRESS",
                "my mom passed away in March and we need to sell her house | DISTRESS",
                "My wife was diagnosed with cancer, we need to be near the hospital | DISTRESS",
                "we lost our dad last year | DISTRESS",
                "my ex and I split up | DISTRESS",
                "You're not listening to me | COMPLAINT",
                "nobody called me back | COMPLAINT",
                "I'm really disappointed | COMPLAINT"
            })
    void what_only_a_person_may_answer_is_told_by_its_kind(String text, Intent intent) {
        assertThat(Talk.of(text).intents()).filteredOn(FOR_A_PERSON::contains).containsExactly(intent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What are the HOA fees?",
                "My commission check arrives in June, so after that",
                "What's the price?",
                "it's worth a look, can we see it Saturday?",
                "I think my house is worth about 480k",
                "it seems like a very reasonable price",
                "Looking for a good deal in Oak Hill",
                "my attorney will be at the signing",
                "we're going to break our lease in June",
                "I'm pre-approved up to 600k",
                "We still need a mortgage",
                "do I need to be pre-approved to see it?",
                "Is there a price reduction?",
                "Can you do Tuesday at 4?",
                "our move-in date is negotiable",
                "A garage is non-negotiable",
                "How do I make an offer?",
                "this kitchen is to die for",
                "we are sick of renting",
                "I work at the cancer center downtown",
                "It's at the end of a dead end street",
                "We're already working with an agent",
                "are you a real person?",
                "My current landlord is terrible",
                "the commute is frustrating",
                "it's disappointing there is no garage",
                "can you call me an uber"
            })
    void words_that_only_sound_like_it_stay_with_the_assistant(String text) {
        assertThat(Talk.of(text).intents()).doesNotContainAnyElementsOf(FOR_A_PERSON);
    }

    @Test
    void haggling_over_something_else_is_none_of_the_agencys_business() {
        var talk = Talk.after("The taxi to the airport is 40 dollars.");

        assertThat(talk.lead("would the driver take less for the ride?").intents())
                .doesNotContain(Intent.NEGOTIATES);
    }
}
