package io.doorstep.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.qualification.Qualification.Contribution;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ScoringTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant SAID = Instant.parse("2026-05-13T23:02:00Z");

    private final Scorecard card = Scorecard.standard();

    @Test
    void a_ready_buyer_is_hot_and_every_point_has_its_reason() {
        var facts = facts(
                fact("intent", "\"buy\""),
                fact("financing", "\"PRE_APPROVED\""),
                fact("timeline", "{\"by\": \"2026-08-15\"}"),
                fact("price", "{\"min\": 65000000, \"max\": 65000000}"),
                fact("motivation", "\"lease ending\""),
                fact("contact.phone", "\"+15125550173\""));

        var given = Scoring.score(card, facts);

        assertThat(given.grade()).isEqualTo(Grade.HOT);
        assertThat(given.contributions())
                .extracting(Contribution::criterion, Contribution::points, Contribution::outOf)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Criterion.FINANCING, 25, 25),
                        org.assertj.core.groups.Tuple.tuple(Criterion.TIMELINE, 21, 25),
                        org.assertj.core.groups.Tuple.tuple(Criterion.MOTIVATION, 15, 15),
                        org.assertj.core.groups.Tuple.tuple(Criterion.BUDGET, 12, 15),
                        org.assertj.core.groups.Tuple.tuple(Criterion.ENGAGEMENT, 12, 20));
        assertThat(given.score()).isEqualTo(85);
    }

    @Test
    void nothing_known_is_unqualified_with_every_criterion_shown_as_open() {
        var given = Scoring.score(card, Map.of());

        assertThat(given.score()).isZero();
        assertThat(given.grade()).isEqualTo(Grade.UNQUALIFIED);
        assertThat(given.contributions()).hasSize(5).allMatch(line -> line.points() == 0);
    }

    @Test
    void a_renter_is_never_scored_by_financing_and_can_still_reach_a_hundred() {
        var facts = facts(
                fact("intent", "\"rent\""),
                fact("financing", "\"CASH\""),
                fact("timeline", "{\"horizonDays\": 10}"),
                fact("price", "{\"min\": 160000, \"max\": 180000}"),
                fact("motivation", "\"new job\""),
                fact("contact.email", "\"a@b.example\""),
                fact("visitPreference", "{\"text\": \"Saturday\"}"));

        var given = Scoring.score(card, facts);

        assertThat(given.contributions()).extracting(Contribution::criterion).doesNotContain(Criterion.FINANCING);
        assertThat(given.contributions().stream().mapToInt(Contribution::outOf).sum())
                .isEqualTo(100);
        assertThat(given.score()).isEqualTo(100);
    }

    @Test
    void a_name_a_language_or_an_area_changes_no_point_of_what_it_could_stand_for() {
        var plain = facts(fact("intent", "\"buy\""), fact("financing", "\"NEEDED\""), fact("areas", "[\"North\"]"));
        var named = new HashMap<>(facts(fact("contact.name", "\"Ada\""), fact("contact.language", "\"es\"")));
        named.putAll(plain);
        named.put("areas", fact("areas", "[\"78704\"]"));

        assertThat(Scoring.score(card, named))
                .isEqualTo(Scoring.score(
                        card, facts(fact("intent", "\"buy\""), named.get("financing"), fact("areas", "[\"North\"]"))));
    }

    @Test
    void the_same_facts_and_version_give_the_same_bytes_whatever_their_order() {
        var random = new Random(20260513);
        for (int round = 0; round < 500; round++) {
            var facts = anyFacts(random);
            var shuffled = new java.util.LinkedHashMap<String, StoredFact>();
            var keys = new java.util.ArrayList<>(facts.keySet());
            java.util.Collections.shuffle(keys, random);
            keys.forEach(key -> shuffled.put(key, facts.get(key)));

            var given = Scoring.score(card, facts);

            assertThat(JSON.writeValueAsBytes(Scoring.score(card, shuffled))).isEqualTo(JSON.writeValueAsBytes(given));
            assertThat(given.score())
                    .isBetween(0, 100)
                    .isEqualTo(given.contributions().stream()
                            .mapToInt(Contribution::points)
                            .sum());
        }
    }

    @Test
    void the_bands_begin_where_the_scorecard_says() {
        assertThat(List.of(100, 70, 69, 40, 39, 20, 19, 0))
                .extracting(card::gradeOf)
                .containsExactly(
                        Grade.HOT,
                        Grade.HOT,
                        Grade.WARM,
                        Grade.WARM,
                        Grade.NURTURE,
                        Grade.NURTURE,
                        Grade.UNQUALIFIED,
                        Grade.UNQUALIFIED);
    }

    @Test
    void the_home_asked_about_answers_area_and_price() {
        assertThat(card.missing(java.util.Set.of("intent", "listingRef"))).isEmpty();
        assertThat(card.missing(java.util.Set.of("beds")))
                .extracting(Scorecard.Need::label)
                .containsExactly("intent", "area");
    }

    private static Map<String, StoredFact> anyFacts(Random random) {
        var pool = List.of(
                fact("intent", random.nextBoolean() ? "\"buy\"" : "\"sell\""),
                fact("financing", random.nextBoolean() ? "\"CASH\"" : "\"IN_PROGRESS\""),
                fact("timeline", "{\"horizonDays\": %d}".formatted(random.nextInt(800))),
                fact("motivation", "\"more space\""),
                fact("price", "{\"max\": %d}".formatted(random.nextInt(1, 1_000_000))),
                fact("beds", "3"),
                fact("visitPreference", "{}"),
                fact("contact.phone", "\"+1\""));
        var facts = new HashMap<String, StoredFact>();
        pool.stream().filter(_ -> random.nextBoolean()).forEach(fact -> facts.put(fact.key(), fact));
        return facts;
    }

    private static Map<String, StoredFact> facts(StoredFact... facts) {
        var map = new HashMap<String, StoredFact>();
        for (var fact : facts) map.put(fact.key(), fact);
        return map;
    }

    private static StoredFact fact(String key, String value) {
        var id = UUID.nameUUIDFromBytes(key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new StoredFact(
                id,
                id,
                key,
                1,
                JSON.readTree(value),
                "words",
                "words",
                id,
                0,
                5,
                Origin.LOCAL_ENGINE,
                null,
                0.9,
                false,
                SAID);
    }
}
