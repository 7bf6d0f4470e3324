package io.doorstep.capture.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.SettableClock;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.altcha.altcha.Altcha;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** An agency whose door takes three strangers a minute without a proof. */
@DoorstepTest
@TestPropertySource(properties = "doorstep.limits.strangers-per-minute=3")
class RushedDoorTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    JdbcClient db;

    @Autowired
    ObjectMapper json;

    @Autowired
    SettableClock clock;

    TestAgency agency;

    /** Ids never step back, so each test begins later than the one before it ended. */
    private static int hours;

    @BeforeEach
    void rush() throws Exception {
        clock.forward(Duration.ofHours(++hours));
        agency = agencies.fresh();
        for (var stranger = 0; stranger < 3; stranger++) {
            assertThat(send(key(), null).getStatus()).isEqualTo(202);
        }
    }

    @AfterEach
    void calm() {
        clock.reset();
    }

    @Test
    void a_stranger_works_first_and_a_known_visitor_does_not() throws Exception {
        var stranger = key();
        var asked = send(stranger, null);
        assertThat(asked.getStatus()).isEqualTo(428);
        assertThat(asked.getContentAsString()).contains("proof-needed");
        assertThat(leads()).isEqualTo(3);

        var proof = solve(asked);
        assertThat(send(stranger, proof).getStatus()).isEqualTo(202);
        assertThat(send(stranger, null).getStatus()).isEqualTo(202);
        assertThat(leads()).isEqualTo(4);
    }

    @Test
    void a_proof_opens_once_even_for_two_at_the_same_time() throws Exception {
        var asked = send(key(), null);
        var stranger = key();
        var proof = solve(send(stranger, null));

        assertThat(send(key(), solve(asked)).getStatus())
                .as("another visitor's")
                .isEqualTo(428);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(Stream.generate(() ->
                            (Callable<Integer>) () -> send(stranger, proof).getStatus())
                    .limit(8)
                    .toList());
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(202); // the first opened the conversation, the others find it
            }
        }
        assertThat(leads()).isEqualTo(4);
        assertThat(agency.inTransaction(() -> db.sql("select count(*) from spent_proof")
                        .query(Long.class)
                        .single()))
                .isEqualTo(1);
    }

    @Test
    void a_used_late_altered_or_foreign_proof_opens_nothing() throws Exception {
        var form = UUID.randomUUID().toString();
        var used = solve(challengeOf(submit(form, "").getContentAsString()));
        assertThat(submit(form, used).getStatus()).isEqualTo(303);
        var other = UUID.randomUUID().toString();
        assertThat(submit(other, used).getStatus()).as("another form's").isEqualTo(428);

        var late = solve(challengeOf(submit(other, "").getContentAsString()));
        clock.forward(Duration.ofMinutes(11));
        for (var stranger = 0; stranger < 5; stranger++) {
            send(key(), null); // still rushed
        }
        assertThat(submit(other, late).getStatus()).as("late").isEqualTo(428);

        var good = challengeOf(submit(other, "").getContentAsString());
        var easier = json.writeValueAsString(good).replace("expires=", "expires=9");
        assertThat(submit(other, solved(json.readTree(easier), 0)).getStatus())
                .as("altered")
                .isEqualTo(428);
        var wrong = Base64.getEncoder().encodeToString("{\"algorithm\":null}".getBytes(UTF_8));
        assertThat(submit(other, wrong).getStatus()).isEqualTo(428);
        assertThat(submit(other, "not base64 ☂").getStatus()).isEqualTo(428);
    }

    @Test
    void a_browser_without_scripts_gets_in_by_patience_with_our_own_page_only() throws Exception {
        var page = http.perform(get("/c/" + agency.slug()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var form = field(page, "form");
        var seal = field(page, "seal");

        assertThat(submit(form, "", seal).getStatus()).as("at once").isEqualTo(428);
        clock.forward(Duration.ofSeconds(21));
        assertThat(submit(UUID.randomUUID().toString(), "", seal).getStatus())
                .as("a seal of another form")
                .isEqualTo(428);
        assertThat(submit(form, "", seal).getStatus()).isEqualTo(303);
        assertThat(leads()).isEqualTo(4);
    }

    @Test
    void another_agency_is_not_rushed_and_calm_returns() throws Exception {
        assertThat(send(key(), null).getStatus()).isEqualTo(428);
        var rushed = agency;
        agency = agencies.fresh();
        assertThat(send(key(), null).getStatus()).isEqualTo(202);

        agency = rushed;
        clock.forward(Rush.CALM.plusSeconds(1));
        // The bucket refills by the machine's time, so one more stranger may still find it empty; a minute later none
        // does.
        assertThat(send(key(), null).getStatus()).isIn(202, 428);
    }

    private MockHttpServletResponse send(String visitor, @Nullable String proof) throws Exception {
        var request = post("/public/chat/" + agency.siteKey() + "/messages")
                .contentType(MediaType.APPLICATION_JSON)
                .header("X-Visitor-Key", visitor)
                .content("{\"clientId\": \"" + UUID.randomUUID() + "\", \"text\": \"hi, 3 beds\"}");
        if (proof != null) {
            request.header("X-Proof", proof);
        }
        return http.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse submit(String form, String proof) throws Exception {
        return submit(form, proof, "");
    }

    private MockHttpServletResponse submit(String form, String proof, String seal) throws Exception {
        return http.perform(post("/c/" + agency.slug())
                        .param("form", form)
                        .param("seal", seal)
                        .param("proof", proof)
                        .param("email", form + "@example.com"))
                .andReturn()
                .getResponse();
    }

    private long leads() {
        return agency.inTransaction(
                () -> db.sql("select count(*) from lead").query(Long.class).single());
    }

    private String solve(MockHttpServletResponse asked) throws Exception {
        return solve(json.readTree(asked.getContentAsString()).get("challenge"));
    }

    private String solve(JsonNode challenge) throws Exception {
        var solution = Altcha.solveChallenge(
                challenge.get("challenge").asString(),
                challenge.get("salt").asString(),
                Altcha.Algorithm.SHA256,
                challenge.get("maxnumber").asLong(),
                0);
        return solved(challenge, solution.number);
    }

    private String solved(JsonNode challenge, long number) {
        var payload = json.createObjectNode();
        payload.put("algorithm", challenge.get("algorithm").asString());
        payload.put("challenge", challenge.get("challenge").asString());
        payload.put("number", number);
        payload.put("salt", challenge.get("salt").asString());
        payload.put("signature", challenge.get("signature").asString());
        return Base64.getEncoder().encodeToString(json.writeValueAsBytes(payload));
    }

    private JsonNode challengeOf(String page) {
        var found = Pattern.compile("data-challenge=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return json.readTree(found.group(1).replace("&quot;", "\"").replace("&amp;", "&"));
    }

    private static String field(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    private static String key() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
