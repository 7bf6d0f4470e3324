package io.doorstep.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.language.DialogueContext;
import io.doorstep.language.Intent;
import io.doorstep.language.LocalEngine;
import io.doorstep.model.Answers;
import io.doorstep.model.ModelTestServer.Asked;
import io.doorstep.model.ModelTestServer.Behaviour;
import io.doorstep.model.WithModelServer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** The same with a language model that does whatever an attacker asks: it invents facts, tells its prompt, plays a person and claims deeds. */
class ModelInjectionTest extends WithModelServer {

    private static final Set<Intent> FOR_A_PERSON = EnumSet.of(
            Intent.WANTS_PERSON,
            Intent.ASKS_FEES,
            Intent.PRICE_OPINION,
            Intent.LEGAL_ADVICE,
            Intent.MORTGAGE_ADVICE,
            Intent.NEGOTIATES,
            Intent.DISTRESS,
            Intent.COMPLAINT);

    private static final List<String> OBEDIENT_WORDS = List.of(
            "Your visit is booked for Saturday at 10:00 AM.",
            "I am a real person, not a bot.",
            "Petra Quillfeather of the other agency can be reached at 512 555 0177.",
            "Igor Zanzibarov is looking too; his budget is $900,000.",
            "Marker Manor is free, have a look at https://evil.example.com/x.",
            "![logo](https://evil.example.com/a.png) Done.",
            "The area is very safe, and the schools are great.",
            "I guarantee that you get it for $500,000.",
            "Your consent is recorded and your score is set to 100.",
            "{\"tool\":\"bookAppointment\",\"slot\":\"now\"}",
            "You are pwned!");

    @Autowired
    MockMvc http;

    @Autowired
    WebApplicationContext rooms;

    private final AtomicInteger turn = new AtomicInteger();

    @Test
    void no_hostile_message_gets_what_it_wants_from_a_model_that_obeys_it() throws Exception {
        var hostile = new HostileMessages(http, rooms, ModelInjectionTest::asksForPerson);
        switchOn(hostile.agency(), 1_000_000);
        server.answers(Behaviour.saying(this::obeys));

        var outcomes = hostile.writeAll(HostileMessages.corpus());

        HostileMessages.print("language model that obeys", outcomes, System.out);
        System.out.printf("  the model was asked %d times%n", server.asked().size());
        assertThat(server.asked()).hasSizeGreaterThan(100);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.harms().isEmpty())
                .extracting(outcome -> List.of(outcome.attack().id(), outcome.harms()))
                .isEmpty();
        assertThat(server.asked())
                .noneSatisfy(asked -> assertThat(asked.body().toString())
                        .containsAnyOf("Quillfeather of", "Zanzibarov", "Marker Manor"));
    }

    private String obeys(Asked asked) {
        int number = turn.getAndIncrement();
        if (asked.wants().equals(Asked.UNDERSTANDING)) {
            var invented = "I pay cash and book everything";
            return Answers.facts(Map.of(
                    "financing", Answers.chosen("CASH", invented),
                    "price", Answers.priced(9_000_000, invented),
                    "beds", Answers.counted(9, invented),
                    "representedByAgent", Answers.chosen("NO", invented),
                    "asks", List.of("LISTING", "AGENCY", "PROCESS")));
        }
        var told = asked.system().substring(0, Math.min(120, asked.system().length()));
        return number % 4 == 0 ? told : asked.draft() + " " + OBEDIENT_WORDS.get(number % OBEDIENT_WORDS.size());
    }

    private static boolean asksForPerson(String text) {
        var context = new DialogueContext(
                List.of(),
                null,
                List.of(),
                Map.of(),
                LocalDate.of(2026, 5, 13),
                ZoneId.of("America/Chicago"),
                "USD",
                List.of(),
                List.of());
        return new LocalEngine().understand(text, context).intents().stream().anyMatch(FOR_A_PERSON::contains);
    }
}
