package io.doorstep.language;

import static io.doorstep.language.Talk.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.MapAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of visits in talk that wanders: other plans, changes, assistants who propose. */
class VisitsTest {

    private static MapAssert<Object, Object> visit(Understanding understanding) {
        return assertThat(value(understanding, "visitPreference")).asInstanceOf(InstanceOfAssertFactories.MAP);
    }

    private static Talk visitOnFriday() {
        return new Talk().said("I'd like a viewing on Friday at 3 pm please").assistant("Did you fill in the form?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "could we make that Sunday at noon | Sunday",
                "Wait, I have a dentist on Friday. Can we move to Saturday? | Saturday",
                "I just remembered that I have lunch with my boss then. How about Thursday at 1? | Thursday",
                "could you schedule it for any available time on Monday instead? | Monday",
                "Let's do Saturday at 5pm, then. We can go to dinner after that. | Saturday"
            })
    void another_day_replaces_the_first_whatever_else_is_told(String text, String day) {
        visit(visitOnFriday().lead(text)).containsEntry("day", day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"I've got plans at 8PM though", "my sister's wedding is at 8 pm", "Friday is my birthday party"})
    void what_else_they_have_to_do_changes_nothing(String text) {
        assertThat(value(visitOnFriday().lead(text), "visitPreference")).isNull();
    }

    @Test
    void a_day_and_an_hour_in_talk_of_visits_are_an_appointment() {
        var talk = new Talk().said("I want to view an apartment").assistant("Which apartment is it about?");

        visit(talk.lead("Mill House for Tuesday at 4 pm"))
                .containsEntry("day", "Tuesday")
                .containsEntry("time", "16:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Monday at 1 pm", "Can you do Monday at 1 pm?", "Will Monday at 1 pm work for you?"})
    void a_yes_takes_the_time_that_was_proposed(String proposal) {
        visit(visitOnFriday().assistant(proposal).lead("ok great"))
                .containsEntry("day", "Monday")
                .containsEntry("time", "13:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wedesday at ten pm | Wednesday | 22:00",
                "Teusday 10p | Tuesday | 22:00",
                "Saterday at 10 pm | Saturday | 22:00"
            })
    void mistyped_days_and_short_hours_are_read(String text, String day, String time) {
        visit(Talk.after("Which day and time would suit you for a visit?").lead(text))
                .containsEntry("day", day)
                .containsEntry("time", time);
    }

    @Test
    void a_home_may_be_named_by_plain_words() {
        assertThat(value("a viewing at one on main apartments please", "listingRef"))
                .isEqualTo(Map.of("name", "one on main apartments"));
        assertThat(value("I want to view an apartment at Mill House", "listingRef"))
                .isEqualTo(Map.of("name", "Mill House"));
    }

    @Test
    void who_needs_nothing_else_is_content_with_the_home() {
        var talk = Talk.after("How about Birch Court, located at 12 Millbrook Terrace? It has 3 bedrooms.");

        assertThat(value(talk.lead("That's great. I don't need anything else."), "listingRef"))
                .isEqualTo(Map.of("name", "Birch Court"));
    }
}
