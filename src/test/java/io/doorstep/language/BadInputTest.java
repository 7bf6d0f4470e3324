package io.doorstep.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\n\n",
                "\u0000\u0007\u001b[2J",
                "🏠🏠🏠",
                "\u202e\u200fבית עם שלושה חדרים\u202c",
                "$$$",
                "????",
                "'",
                "-",
                "@",
                "0",
                "\ud83c"
            })
    void nothing_worth_reading_gives_no_facts_and_no_failure(String text) {
        assertThat(Talk.of(text).facts()).isEmpty();
    }

    @Test
    void facts_are_found_between_emoji_and_control_characters() {
        var understanding = Talk.of("🏠 hi\u0000 we need\ta 3 bed 🛏 in Oak Hill\r\n👍");

        assertThat(Talk.value(understanding, "beds")).isEqualTo(3);
        assertThat(Talk.value(understanding, "areas")).isEqualTo(List.of("Oak Hill"));
    }

    static List<String> hostile() {
        return List.of(
                "a".repeat(10_000),
                "a ".repeat(5_000),
                "1".repeat(10_000),
                "1 ".repeat(5_000),
                "1,".repeat(5_000),
                "1-".repeat(5_000),
                "1 bed or ".repeat(1_200),
                "in In in In ".repeat(800),
                "Aa ".repeat(3_300) + "apartments",
                "at the ".repeat(1_500),
                "a@".repeat(5_000),
                "a.".repeat(5_000) + "@" + "b.".repeat(2_000),
                "not to be have any ".repeat(500) + "garage",
                "is is is is ".repeat(900) + "?",
                "the school the school ".repeat(450),
                "http://x ".repeat(1_100),
                "march 5 at 3 ".repeat(800),
                "$1k-$2k ".repeat(1_250),
                " ".repeat(10_000),
                "?!.".repeat(3_300),
                "(512) 755-0173 ".repeat(650),
                "yes no yes no ".repeat(700),
                "\ud83c\udfe0".repeat(5_000),
                "my name is ".repeat(900),
                "I'm ".repeat(2_500));
    }

    /** No limit of speed: a pattern that backtracks does not end at all. */
    private static final Duration HANGS = Duration.ofMinutes(1);

    @ParameterizedTest
    @MethodSource("hostile")
    void a_message_made_to_hang_a_pattern_is_read_to_its_end(String text) {
        var understanding = Assertions.assertTimeoutPreemptively(HANGS, () -> Talk.of(text));

        assertThat(understanding.facts()).allMatch(fact -> fact.standsIn(text));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void the_same_holds_for_what_the_assistant_said_before(String text) {
        Assertions.assertTimeoutPreemptively(
                HANGS, () -> Talk.after(text).assistant(text).lead("yes, two"));
    }

    /** Words of many kinds in any order, seeded: whatever comes out, each quote stands where it says. */
    @Test
    void every_quote_occurs_at_its_offsets() {
        var words =
                ("I we need want 3 two bed bedrooms bath in near Oak Hill san jose $650k 650k around under 2,500 a month march 5th"
                                + " saturday at 10 am tomorrow pre-approved cash my name is Nora n@x.com 512-755-0173 yes no garage laundry pets not"
                                + " allowed , . ? ! \n 🏠 don't care about the yard sell our house at 12 Mill Road lease ends July 31 It's “quoted” that's é ß İ")
                        .split(" ");
        var random = new Random(20260513);
        int facts = 0;
        for (int round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            for (int word = random.nextInt(25); word >= 0; word--)
                text.append(words[random.nextInt(words.length)]).append(' ');
            var message = text.toString();

            var understanding = Talk.after(
                            round % 2 == 0
                                    ? "Where, and how many bedrooms?"
                                    : "How about Birch Court at 5 Elm Road on Friday at 3 pm?")
                    .lead(message);

            assertThat(understanding.facts())
                    .allSatisfy(fact -> assertThat(message.substring(fact.start(), fact.end()))
                            .isEqualTo(fact.quote()));
            assertThat(understanding.facts()).extracting(FactProposal::key).doesNotHaveDuplicates();
            facts += understanding.facts().size();
        }
        assertThat(facts).isGreaterThan(4_000);
    }

    @Test
    void the_same_text_in_the_same_context_gives_the_same_facts() {
        var text = "3 bed in Oak Hill around 650k by July, call me at 512-755-0173";

        assertThat(Talk.of(text)).isEqualTo(Talk.of(text));
    }

    @Test
    void a_proposal_whose_quote_is_not_in_the_message_is_dropped() {
        var real = new FactProposal("beds", 3, "3", "3 bed", 2, 7, 0.9, false);
        var invented = new FactProposal("baths", 2, "2", "2 baths", 0, 7, 0.9, false);
        var understanding =
                new Understanding(List.of(real, invented), Set.of(), null, false, false, false, Language.ENGLISH);

        assertThat(understanding.groundedIn("a 3 bed").facts()).containsExactly(real);
    }

    @Test
    void a_proposal_cannot_be_made_with_a_span_that_does_not_hold_its_quote() {
        assertThatThrownBy(() -> new FactProposal("beds", 3, "3", "3 bed", 0, 3, 0.9, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FactProposal("beds", 3, "3", "", 0, 0, 0.9, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FactProposal("beds", 3, "3", "3", 0, 1, Double.NaN, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void dates_that_do_not_exist_are_no_dates() {
        var understanding = Talk.after("Which day would suit you for a visit?").lead("February 30 or the 42nd");

        assertThat(Talk.value(understanding, "visitPreference")).isNull();
    }
}
