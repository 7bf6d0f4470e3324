package io.doorstep.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RewordingTest {

    private static final String DRAFT = "3 bedrooms, near Travis Heights, about $650,000: got it."
            + " Saturday 10:30 AM is free with Marcus Hale. Does that work?";

    private final Rewording rewording = new Rewording(DRAFT, Language.ENGLISH, Prompt.WORD);

    @Test
    void the_draft_itself_says_what_it_says() {
        assertThat(rewording.keeps(DRAFT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Got it, 3 bedrooms near Travis Heights for about $650,000. Marcus Hale is free on Saturday 10:30 AM. Does that work?",
                "Thank you, I have noted 3 bedrooms near Travis Heights, about $650,000. Marcus Hale is free Saturday 10:30 AM. Does that work?"
            })
    void warmer_words_for_the_same_are_kept(String words) {
        assertThat(rewording.keeps(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a figure changed, lost, added
                "3 bedrooms near Travis Heights, about $560,000. Marcus Hale is free Saturday 10:30 AM. Does that work?",
                "3 bedrooms near Travis Heights. Marcus Hale is free Saturday 10:30 AM. Does that work?",
                "3 bedrooms and 2 baths near Travis Heights, about $650,000. Marcus Hale is free Saturday 10:30 AM. Does that work?",
                // a name changed, a day changed
                "3 bedrooms near Barton Hills, about $650,000. Marcus Hale is free Saturday 10:30 AM. Does that work?",
                "3 bedrooms near Travis Heights, about $650,000. Marcus Hale is free Sunday 10:30 AM. Does that work?",
                // the question lost, doubled, changed
                "3 bedrooms near Travis Heights, about $650,000. Marcus Hale is free Saturday 10:30 AM.",
                "3 bedrooms near Travis Heights, about $650,000. Marcus Hale is free Saturday 10:30 AM. Does that work? Are you married?",
                "3 bedrooms near Travis Heights, about $650,000. Marcus Hale is free Saturday 10:30 AM. What do you earn?",
                // turned round
                "3 bedrooms near Travis Heights, about $650,000. Marcus Hale is not free Saturday 10:30 AM. Does that work?",
                // markup, links, shouting
                "**3 bedrooms** near Travis Heights, about $650,000. Marcus Hale is free Saturday 10:30 AM. Does that work?",
                "3 bedrooms near Travis Heights, about $650,000, see www.evil.example. Marcus Hale is free Saturday 10:30 AM. Does that work?",
                "3 bedrooms near Travis Heights, about $650,000! Marcus Hale is free Saturday 10:30 AM. Does that work?",
                // what the model was told
                "Keep every number, price, date, time, name and address exactly as the draft writes it.",
                ""
            })
    void whatever_says_more_less_or_other_is_not(String words) {
        assertThat(rewording.keeps(words)).isFalse();
    }

    @Test
    void a_sentence_that_holds_nothing_new_may_be_shown_before_the_rest_is_there() {
        assertThat(rewording.allows("Got it, 3 bedrooms near Travis Heights.")).isTrue();
        assertThat(rewording.allows("I promise 9 bedrooms.")).isFalse();
        assertThat(rewording.allows("Are you married?")).isFalse();
    }

    @Test
    void a_question_alone_is_not_worth_a_call() {
        assertThat(new Rewording("Which area do you have in mind?", Language.ENGLISH, Prompt.WORD).worthwhile())
                .isFalse();
    }
}
