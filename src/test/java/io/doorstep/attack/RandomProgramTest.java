package io.doorstep.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.testing.DoorstepTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/**
 * Five agencies live in one installation and do things in turn; then each lives the same life alone, in an installation with a database of its own. What
 * each of them saw must be the same, word for word: whatever leaks, counts along, collides or locks out would show.
 */
@DoorstepTest
class RandomProgramTest {

    private static final int AGENCIES = 5;
    private static final int STEPS = Integer.getInteger("program.steps", 90);
    private static final long SEED = Long.getLong("program.seed", 47);

    @Autowired
    WebApplicationContext rooms;

    @Test
    void five_agencies_in_one_house_see_what_each_would_see_alone() {
        var program = Program.of(new Random(SEED), AGENCIES, STEPS);

        var together = together(program);
        var alone = alone(program);

        System.out.printf("random program: %d steps by %d agencies, seed %d%n", program.size(), AGENCIES, SEED);
        for (int agency = 0; agency < AGENCIES; agency++) {
            for (int step = 0; step < alone.get(agency).size(); step++) {
                assertThat(together.get(agency).get(step))
                        .as("step %d of agency %d", step, agency)
                        .isEqualTo(alone.get(agency).get(step));
            }
        }
    }

    private List<List<String>> together(List<Program.Step> program) {
        var site = Site.of(rooms);
        var residents = IntStream.range(0, AGENCIES)
                .mapToObj(agency -> new Resident(site, name(agency)))
                .toList();
        var seen = IntStream.range(0, AGENCIES)
                .mapToObj(_ -> (List<String>) new ArrayList<String>())
                .toList();
        program.forEach(
                step -> seen.get(step.agency()).add(residents.get(step.agency()).play(step)));
        return seen;
    }

    private List<List<String>> alone(List<Program.Step> program) {
        try (var site = Site.apart()) {
            return IntStream.range(0, AGENCIES)
                    .mapToObj(agency -> {
                        site.emptied();
                        var resident = new Resident(site, name(agency));
                        return program.stream()
                                .filter(step -> step.agency() == agency)
                                .map(resident::play)
                                .toList();
                    })
                    .toList();
        }
    }

    private static String name(int agency) {
        return "program" + SEED + "-" + agency;
    }
}
