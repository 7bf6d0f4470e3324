package io.doorstep.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnderstandingTest {

    private final LanguageEngine engine = new LocalEngine();

    private static DialogueContext opening() {
        return DialogueContext.opening(LocalDate.of(2026, 5, 13), ZoneId.of("America/Chicago"), "USD");
    }

    private FactProposal fact(String text, String key) {
        return engine.understand(text, opening()).facts().stream()
                .filter(fact -> fact.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key + " in: " + text));
    }

    private static final String NORA =
            "hi, we're looking for a 3 bed near Travis Heights, around 650k, hopefully before school"
                    + " starts, we already have a pre-approval";

    @Test
    void a_first_message_in_one_breath_gives_every_fact_that_it_holds() {
        assertThat(fact(NORA, "beds").value()).isEqualTo(3);
        assertThat(fact(NORA, "areas").value()).isEqualTo(List.of("Travis Heights"));
        assertThat(fact(NORA, "price").display()).isEqualTo("about $650,000");
        assertThat(fact(NORA, "price").value())
                .isEqualTo(Map.of(
                        "min", 65_000_000L, "max", 65_000_000L, "currency", "USD", "period", "total", "about", true));
        assertThat(fact(NORA, "financing").value()).isEqualTo("PRE_APPROVED");
        assertThat(fact(NORA, "timeline").value())
                .isEqualTo(Map.of("text", "before school starts", "by", "2026-08-15", "horizonDays", 94L));
    }

    @Test
    void only_a_buyer_speaks_of_pre_approval_so_the_purpose_is_a_guess() {
        var intent = fact(NORA, "intent");

        assertThat(intent.value()).isEqualTo("buy");
        assertThat(intent.confidence()).isLessThan(0.6);
        assertThat(intent.fromContext()).isTrue();
    }
}
