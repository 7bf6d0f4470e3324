package io.doorstep.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BurstTest {

    private static final Instant FIRST = Instant.parse("2026-11-23T15:00:00Z");

    @Test
    void a_lone_message_is_answered_at_once() {
        assertThat(Burst.due(FIRST, FIRST)).isEqualTo(FIRST);
    }

    @Test
    void a_second_one_before_the_answer_puts_it_off_until_it_was_quiet() {
        var second = FIRST.plusMillis(300);

        assertThat(Burst.due(FIRST, second)).isEqualTo(second.plus(Burst.QUIET));
    }

    @Test
    void nobody_waits_longer_than_the_longest_however_fast_they_write() {
        assertThat(Burst.due(FIRST, FIRST.plusMillis(3_900))).isEqualTo(FIRST.plus(Burst.LONGEST));
        assertThat(Burst.due(FIRST, FIRST.plusSeconds(60))).isBefore(FIRST.plusSeconds(60));
    }

    /** Whatever the rhythm: the turn of the newest message is never due before that of an earlier one, so it finds all of them unread. */
    @Test
    void the_newest_message_has_the_last_turn() {
        var random = new Random(20261124);
        for (int burst = 0; burst < 1_000; burst++) {
            var newest = FIRST;
            var due = Burst.due(FIRST, FIRST);
            for (int message = 0; message < 8 && newest.isBefore(FIRST.plus(Burst.LONGEST)); message++) {
                newest = newest.plus(Duration.ofMillis(random.nextInt(1, 1_500)));
                var next = Burst.due(FIRST, newest);
                assertThat(next).isAfterOrEqualTo(due).isBeforeOrEqualTo(FIRST.plus(Burst.LONGEST));
                due = next;
            }
        }
    }
}
