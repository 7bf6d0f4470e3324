package io.doorstep.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.qualification.Qualification.Limit;
import io.doorstep.qualification.Scorecard.Cap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class ScorecardTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Scorecard card = Scorecard.standard();

    @Test
    void a_definition_stored_before_there_were_needs_and_caps_reads_as_having_none() {
        var stored = """
                {"version": 1, "hot": 70, "warm": 40, "nurture": 20,
                 "weights": {"BUDGET": 15, "TIMELINE": 25, "FINANCING": 25, "ENGAGEMENT": 20, "MOTIVATION": 15},
                 "minimum": [{"label": "intent", "anyOf": ["intent"]},
                             {"label": "area", "anyOf": ["areas", "propertyAddress", "listingRef"]},
                             {"label": "price or size", "anyOf": ["price", "priceExpectation", "beds", "listingRef"]}]}
                """;

        assertThat(JSON.readValue(stored, Scorecard.class)).isEqualTo(card);
    }

    @Test
    void a_scorecard_is_stored_and_read_again_as_it_was() {
        var tuned = with(
                Map.of(Grade.HOT, List.of(Known.CONTACT, Known.TIMELINE)),
                List.of(new Cap(Condition.REPRESENTED, Grade.WARM)));

        assertThat(JSON.readValue(JSON.writeValueAsString(tuned), Scorecard.class))
                .isEqualTo(tuned);
    }

    @Test
    void a_grade_that_needs_what_is_not_known_falls_to_the_next_whose_needs_are_met() {
        var strict = with(
                Map.of(Grade.HOT, List.of(Known.CONTACT), Grade.WARM, List.of(Known.AREA, Known.INTENT)), List.of());

        var given = Scoring.score(strict, ready());

        assertThat(given.score()).isGreaterThanOrEqualTo(70);
        assertThat(given.grade()).isEqualTo(Grade.NURTURE);
        assertThat(given.limits())
                .extracting(Limit::to, Limit::missing)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Grade.WARM, Known.CONTACT),
                        org.assertj.core.groups.Tuple.tuple(Grade.NURTURE, Known.AREA));
        assertThat(given.limits().getFirst().reason()).isEqualTo("Hot needs: phone or e-mail");
    }

    @Test
    void a_cap_names_the_fact_that_holds_the_grade_down_and_lets_go_with_it() {
        var capped = with(Map.of(), List.of(new Cap(Condition.REPRESENTED, Grade.WARM)));
        var facts = ready(SomeFacts.fact("representedByAgent", "true"));

        var given = Scoring.score(capped, facts);

        assertThat(given.grade()).isEqualTo(Grade.WARM);
        assertThat(given.limits())
                .singleElement()
                .satisfies(limit -> assertThat(limit.factId())
                        .isEqualTo(facts.get("representedByAgent").id()));
        facts.put("representedByAgent", SomeFacts.fact("representedByAgent", "false"));
        assertThat(Scoring.score(capped, facts).grade()).isEqualTo(Grade.HOT);
    }

    @Test
    void a_cap_above_the_band_is_not_mentioned() {
        var capped = with(Map.of(), List.of(new Cap(Condition.REPRESENTED, Grade.WARM)));
        var facts = SomeFacts.of(SomeFacts.fact("representedByAgent", "true"));

        assertThat(Scoring.score(capped, facts).limits()).isEmpty();
    }

    @Test
    void financing_holds_nobody_back_who_is_not_asked_for_it() {
        var strict = with(
                Map.of(Grade.HOT, List.of(Known.FINANCING)), List.of(new Cap(Condition.FINANCING_OPEN, Grade.NURTURE)));
        var renter = SomeFacts.of(
                SomeFacts.fact("intent", "\"rent\""),
                SomeFacts.fact("financing", "\"NEEDED\""),
                SomeFacts.fact("timeline", "{\"horizonDays\": 10}"),
                SomeFacts.fact("price", "{\"min\": 160000, \"max\": 180000}"),
                SomeFacts.fact("motivation", "\"new job\""),
                SomeFacts.fact("contact.email", "\"a@b.example\""));

        assertThat(Scoring.score(strict, renter).grade()).isEqualTo(Grade.HOT);
        renter.remove("financing");
        assertThat(Scoring.score(strict, renter).grade()).isEqualTo(Grade.HOT);
    }

    @ParameterizedTest
    @EnumSource(Criterion.class)
    void no_criterion_reads_a_fact_that_could_stand_for_a_protected_trait(Criterion criterion) {
        assertThat(criterion.reads())
                .allSatisfy(key -> assertThat(FactKey.of(key)).isPresent())
                .noneMatch(key -> key.startsWith("mustHaves."))
                .doesNotContain("contact.name", "contact.language");
    }

    @Test
    void what_a_home_must_have_moves_no_point() {
        var plain = ready();
        var needing = new HashMap<>(plain);
        Stream.of("mustHaves.stepFree", "mustHaves.petsAllowed", "contact.name", "contact.language")
                .forEach(key -> needing.put(key, SomeFacts.fact(key, "\"yes\"")));

        assertThat(Scoring.score(card, needing)).isEqualTo(Scoring.score(card, plain));
    }

    private Scorecard with(Map<Grade, List<Known>> needs, List<Cap> caps) {
        return new Scorecard(7, card.weights(), 70, 40, 20, card.minimum(), needs, caps);
    }

    /** Everything that scores, but nothing to reach the person by, and no area. */
    private static Map<String, StoredFact> ready(StoredFact... more) {
        var facts = SomeFacts.of(
                SomeFacts.fact("intent", "\"buy\""),
                SomeFacts.fact("financing", "\"CASH\""),
                SomeFacts.fact("timeline", "{\"horizonDays\": 10}"),
                SomeFacts.fact("price", "{\"min\": 60000000, \"max\": 65000000}"),
                SomeFacts.fact("motivation", "\"new job\""));
        for (var fact : more) facts.put(fact.key(), fact);
        return facts;
    }
}
