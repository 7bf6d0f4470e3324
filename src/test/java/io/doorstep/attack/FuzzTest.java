package io.doorstep.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.testing.DoorstepTest;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** The short one; {@code bench/fuzz} runs for as long as is wanted, over sockets. */
@DoorstepTest
class FuzzTest {

    private static final int EACH = Integer.getInteger("fuzz.each", 4);
    private static final long SEED = Long.getLong("fuzz.seed", 20261130);

    @Autowired
    WebApplicationContext rooms;

    @Test
    void no_strange_request_is_answered_with_a_failure_and_each_refusal_says_why() {
        var fuzz = new Fuzz(rooms, true);
        var undone = new Undone(rooms);
        var wire = new Wire(rooms);
        var tenant = World.of(rooms).a();

        fuzz.run(
                (mutant, pass) -> undone.in(tenant, mutant.route(), () -> wire.send(mutant, pass)),
                EACH,
                new Random(SEED));

        System.out.printf(
                "fuzz: %d operations, %d requests, seed %d, statuses %s, %d failures%n",
                fuzz.routes(),
                fuzz.sent(),
                SEED,
                fuzz.statuses(),
                fuzz.failures().size());
        assertThat(fuzz.failures()).isEmpty();
    }
}
