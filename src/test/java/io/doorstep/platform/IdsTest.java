package io.doorstep.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final Instant NOW = Instant.parse("2026-05-14T04:02:00.123Z");

    @Test
    void an_id_is_a_uuid_of_version_7_with_its_millisecond_in_front() {
        var id = ids(NOW).next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void ids_of_one_millisecond_rise_past_the_counters_end() {
        var ids = ids(NOW);

        var made =
                IntStream.range(0, 10_000).mapToObj(_ -> ids.next().toString()).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_clock_that_steps_back_does_not_turn_the_order() {
        var clock = new io.doorstep.testing.SettableClock();
        var ids = new Ids(clock, new Random(7));
        clock.set(NOW);
        var before = ids.next().toString();

        clock.set(NOW.minusSeconds(3600));

        assertThat(ids.next().toString()).isGreaterThan(before);
    }

    @Test
    void threads_never_get_the_same_id() throws Exception {
        var ids = ids(NOW);
        var seen = Collections.synchronizedSet(new ConcurrentSkipListSet<UUID>());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var thread = 0; thread < 16; thread++) {
                threads.submit(() -> IntStream.range(0, 1_000).forEach(_ -> seen.add(ids.next())));
            }
        }

        assertThat(seen).hasSize(16_000);
    }

    private static Ids ids(Instant now) {
        return new Ids(Clock.fixed(now, ZoneOffset.UTC), new Random(7));
    }
}
