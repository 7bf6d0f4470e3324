package io.doorstep.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Role;
import io.doorstep.platform.Refused;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@DoorstepTest
class QuestionSettingsTest {

    private static final String PATH = "/api/settings/questions";

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    QuestionPlans plans;

    @Autowired
    QuestionSettingsController controller;

    @Autowired
    JsonMapper json;

    TestAgency agency;
    String token;

    @BeforeEach
    void signedIn() throws Exception {
        agency = agencies.fresh();
        var answer = http.perform(post("/api/token")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(Map.of(
                                "email", agency.email(), "password", TestAgencies.PASSWORD, "agency", agency.slug()))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        token = json.readTree(answer).path("accessToken").asString();
    }

    @Test
    void a_new_agency_has_the_standard_with_the_words_that_the_assistant_uses() throws Exception {
        var settings = settings();

        assertThat(settings.path("version").asInt()).isZero();
        assertThat(buyers(settings).get(0).path("question").asString()).isEqualTo("AREA");
        assertThat(buyers(settings).get(0).path("standardEnglish").asString())
                .isEqualTo("Which area do you have in mind?");
    }

    @Test
    void a_new_order_with_own_words_and_conditions_is_what_comes_back_and_what_holds() throws Exception {
        var change = change();
        var first = buyersOf(change).remove(0);
        buyersOf(change).insert(1, first);
        line(change, 0).put("english", "  What may it cost?  ");
        line(change, 2)
                .putObject("when")
                .put("key", "financing")
                .put("test", "IS")
                .put("value", "CASH");
        change.putArray("handoverWords").add("probate");
        change.put("unsaid", "RENT");

        save(change, 0).andExpect(status().isOk());

        var saved = settings();
        assertThat(saved.path("version").asInt()).isEqualTo(1);
        assertThat(buyers(saved).get(0).path("question").asString()).isEqualTo("PRICE");
        assertThat(buyers(saved).get(0).path("english").asString()).isEqualTo("What may it cost?");
        assertThat(buyers(saved).get(2).path("when").path("value").asString()).isEqualTo("CASH");
        var plan = agency.inScope(() -> plans.current());
        assertThat(plan.unsaid()).isEqualTo(Track.RENT);
        assertThat(plan.handoverWords()).containsExactly("probate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Do you have kids?|fair housing",
                "Are you married?|fair housing",
                "¿Tienen hijos?|fair housing",
                "Which church do you go to?|fair housing",
                "Where were you born?|fair housing",
                "Tell me your budget|one question",
                "Budget? And area?|one question",
                "See https://x.example ok?|plain text",
                "<b>Budget</b>?|plain text"
            })
    void words_that_are_no_plain_question_or_ask_for_a_protected_trait_are_refused_naming_the_field(
            String words, String objection) throws Exception {
        var change = change();
        line(change, 0).put("english", words);

        var refusal = read(save(change, 0).andExpect(status().isUnprocessableContent()));

        assertThat(refusal.path("errors").toString())
                .contains("lists.BUY[0].english")
                .containsIgnoringCase(objection);
        assertThat(agency.inScope(() -> plans.current()).version()).isZero();
    }

    @Test
    void a_plan_that_can_never_reach_the_lead_or_asks_what_does_not_fit_is_refused() throws Exception {
        var change = change();
        var contact = (ObjectNode) buyersOf(change)
                .valueStream()
                .filter(line -> line.path("question").asString().equals("CONTACT"))
                .findFirst()
                .orElseThrow();
        contact.put("on", false);
        line(change, 0).put("question", "PROPERTY_ADDRESS");
        line(change, 1).putObject("when").put("key", "religion").put("test", "KNOWN");
        line(change, 2).putObject("when").put("key", "financing").put("test", "IS");
        change.putArray("handoverWords").add("?!");

        var errors = read(save(change, 0).andExpect(status().isUnprocessableContent()))
                .path("errors")
                .toString();

        assertThat(errors)
                .contains("without phone and e-mail")
                .contains("lists.BUY[0].question")
                .contains("lists.BUY[1].when.key")
                .contains("lists.BUY[2].when.value")
                .contains("handoverWords[0]");
    }

    @Test
    void of_two_who_save_at_once_one_is_told_to_reload() throws Exception {
        var change = change();
        List<Integer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads
                    .invokeAll(Collections.nCopies(6, (Callable<Integer>)
                            () -> save(change, 0).andReturn().getResponse().getStatus()))
                    .stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
        }

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(agency.inScope(() -> plans.current()).version()).isEqualTo(1);
    }

    @Test
    void an_agent_reads_the_questions_and_changes_none() {
        var owner = agency.owner();
        var agent = new CurrentMember(owner.tenant(), owner.memberId(), owner.userId(), Role.AGENT);
        var change = new QuestionSettingsController.QuestionChange(Track.BUY, List.of(), List.of());

        assertThatThrownBy(() -> agency.inScope(() -> controller.updateQuestions(agent, "\"0\"", change)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void another_agencys_questions_are_its_own() throws Exception {
        save(change(), 0).andExpect(status().isOk());

        assertThat(agencies.fresh().inScope(() -> plans.current()).version()).isZero();
    }

    private ObjectNode change() throws Exception {
        var settings = settings();
        var change =
                json.createObjectNode().put("unsaid", settings.path("unsaid").asString());
        change.set("handoverWords", settings.path("handoverWords"));
        var lists = change.putArray("lists");
        settings.path("lists").forEach(list -> {
            var questions = lists.addObject()
                    .put("track", list.path("track").asString())
                    .putArray("questions");
            list.path("questions").forEach(line -> {
                var copy = questions.addObject();
                for (var field : List.of("question", "on", "need", "when", "english", "spanish"))
                    copy.set(field, line.path(field));
            });
        });
        return change;
    }

    private static ArrayNode buyersOf(ObjectNode change) {
        return (ArrayNode) change.path("lists").get(0).path("questions");
    }

    private static ObjectNode line(ObjectNode change, int at) {
        return (ObjectNode) buyersOf(change).get(at);
    }

    private static JsonNode buyers(JsonNode settings) {
        return settings.path("lists").get(0).path("questions");
    }

    private JsonNode settings() throws Exception {
        return read(http.perform(get(PATH).header("Authorization", "Bearer " + token))
                .andExpect(status().isOk()));
    }

    private ResultActions save(ObjectNode change, int version) throws Exception {
        return http.perform(put(PATH)
                .header("Authorization", "Bearer " + token)
                .header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(change)));
    }

    private JsonNode read(ResultActions answer) throws Exception {
        return json.readTree(answer.andReturn().getResponse().getContentAsString());
    }
}
