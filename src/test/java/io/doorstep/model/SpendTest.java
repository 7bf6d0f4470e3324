package io.doorstep.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpendTest {

    private static final Instant NOW = Instant.parse("2026-05-14T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    @Test
    void the_first_call_lays_all_aside_as_nobody_knows_what_it_costs() {
        assertThat(new Spend(0, 0, NOW, 0).reserve(50_000, NOW)).hasValue(50_000);
        assertThat(new Spend(0, 50_000, LATER, 0).reserve(50_000, NOW)).isEmpty();
    }

    @Test
    void later_ones_lay_aside_what_the_dearest_suggests_and_never_more_than_is_left() {
        assertThat(new Spend(1_000, 0, NOW, 100).reserve(50_000, NOW)).hasValue(800);
        assertThat(new Spend(49_900, 0, NOW, 100).reserve(50_000, NOW)).hasValue(100);
        assertThat(new Spend(50_000, 0, NOW, 100).reserve(50_000, NOW)).isEmpty();
        assertThat(new Spend(0, 0, NOW, 0).reserve(0, NOW)).isEmpty();
    }

    @Test
    void what_a_dead_node_laid_aside_is_free_again_after_its_time() {
        var left = new Spend(0, 50_000, NOW, 100);

        assertThat(left.reserve(50_000, NOW)).isEmpty();
        assertThat(left.reserve(50_000, NOW.plusSeconds(1))).hasValue(800);
    }

    @Test
    void an_unknown_price_counts_as_the_dearest_known() {
        assertThat(new Spend(0, 0, NOW, 700).unknown()).isEqualTo(700);
        assertThat(new Spend(0, 0, NOW, 0).unknown()).isPositive();
    }
}
