package io.doorstep.model;

import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application with its models on the loopback. A test agency has the model off until {@link #switchOn}. */
@DoorstepTest
public abstract class WithModelServer {

    /** How long one turn of these tests waits for models. */
    protected static final Duration TURN = Duration.ofSeconds(3);

    protected static final ModelTestServer server = ModelTestServer.start();

    private static final AtomicInteger KEYS = new AtomicInteger();

    @Autowired
    private ChangeModelSetting change;

    @DynamicPropertySource
    static void models(DynamicPropertyRegistry registry) {
        registry.add("doorstep.model.base-url", server::baseUrl);
        registry.add("doorstep.model.turn", TURN::toString);
        registry.add("doorstep.model.attempt", () -> "1200ms");
    }

    @BeforeEach
    void forget() {
        server.answers(ModelTestServer.Behaviour.SAYS_NOTHING_NEW);
        server.forget();
    }

    /** With a key of its own, as an agency's failing provider is nobody else's. */
    protected void switchOn(TestAgency agency, long budgetCents) {
        var wanted = new ChangeModelSetting.Wanted(
                Engine.MODEL,
                List.of("first/model", "second/model"),
                budgetCents,
                "sk-test-" + KEYS.incrementAndGet(),
                false,
                0);
        agency.inScope(() -> change.to(agency.tenant(), wanted));
    }

    protected void switchOn(TestAgency agency) {
        switchOn(agency, 10_000);
    }
}
