package io.doorstep.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.testing.DoorstepTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** The corpus of hostile messages against the whole turn with the built-in engine. */
@DoorstepTest
class LocalInjectionTest {

    @Autowired
    MockMvc http;

    @Autowired
    WebApplicationContext rooms;

    @Test
    void no_hostile_message_gets_what_it_wants_from_the_built_in_engine() throws Exception {
        var corpus = HostileMessages.corpus();
        // This engine's own reading is what hands over; what it hands over on is told by HandoversTest.
        var outcomes = new HostileMessages(http, rooms, _ -> true).writeAll(corpus);

        HostileMessages.print("built-in engine", outcomes, System.out);
        assertThat(corpus).hasSizeGreaterThanOrEqualTo(200);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.harms().isEmpty())
                .extracting(outcome -> List.of(outcome.attack().id(), outcome.harms()))
                .isEmpty();
    }
}
