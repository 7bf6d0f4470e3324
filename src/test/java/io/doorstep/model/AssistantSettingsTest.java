package io.doorstep.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AssistantSettingsTest extends WithModelServer {

    private static final String PATH = "/api/settings/assistant";
    private static final String KEY = "sk-or-v1-0123456789abcdef";

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    JdbcClient db;

    @Autowired
    KeySeal seal;

    @Autowired
    JsonMapper json;

    TestAgency agency;
    String token;

    @BeforeEach
    void signedIn() throws Exception {
        agency = agencies.fresh();
        var credentials = Map.of("email", agency.email(), "password", TestAgencies.PASSWORD, "agency", agency.slug());
        var answer = http.perform(post("/api/token")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(credentials)))
                .andReturn()
                .getResponse();
        token = json.readTree(answer.getContentAsString()).path("accessToken").asString();
    }

    @Test
    void a_new_agency_has_the_built_in_engine() throws Exception {
        var settings = read(get(PATH));

        assertThat(settings.path("engine").asString()).isEqualTo("BUILT_IN");
        assertThat(settings.at("/state/answers").asString()).isEqualTo("BUILT_IN");
        assertThat(settings.path("keyEnd").isNull()).isTrue();
        assertThat(settings.path("version").asInt()).isZero();
    }

    @Test
    void a_key_goes_in_and_shows_its_end_only() throws Exception {
        var saved = change(Map.of("engine", "MODEL", "key", KEY), 0);

        assertThat(saved.getStatus()).as(saved.getContentAsString()).isEqualTo(200);
        assertThat(saved.getContentAsString()).contains("\"keyEnd\":\"cdef\"").doesNotContain(KEY);
        assertThat(saved.getHeader("ETag")).isEqualTo("\"1\"");
        var stored = agency.inTransaction(() -> db.sql("select sealed_key from model_setting")
                .query((row, _) -> row.getBytes(1))
                .single());
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(KEY);
        assertThat(agency.inScope(() -> seal.open(stored))).contains(KEY);
        assertThat(agencies.fresh().inScope(() -> seal.open(stored)))
                .as("another agency's")
                .isEmpty();
    }

    @Test
    void a_change_without_a_key_leaves_the_key_and_removing_it_removes_it() throws Exception {
        change(Map.of("engine", "MODEL", "key", KEY), 0);

        assertThat(change(Map.of("engine", "MODEL", "budget", 500), 1).getContentAsString())
                .contains("\"keyEnd\":\"cdef\"", "\"budget\":500");
        assertThat(change(Map.of("engine", "BUILT_IN", "removeKey", true), 2).getContentAsString())
                .contains("\"keyEnd\":null");
    }

    @Test
    void of_two_changes_at_once_the_second_is_told() throws Exception {
        change(Map.of("engine", "BUILT_IN"), 0);

        var second = change(Map.of("engine", "BUILT_IN"), 0);

        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(second.getContentAsString()).contains("stale-version");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"engine\":\"MODEL\"} | key",
                "{\"engine\":\"MODEL\",\"key\":\"sk-or-v1-0123456789abcdef\",\"models\":[]} | models",
                "{\"engine\":\"MODEL\",\"key\":\"two words are no key\"} | key",
                "{\"engine\":\"MODEL\",\"key\":\"short\"} | key",
                "{\"budget\":-1} | budget",
                "{\"models\":[\"<script>\"]} | models",
                "{\"models\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\"]} | models"
            })
    void what_can_not_work_is_refused_with_its_field(String change, String field) throws Exception {
        var wanted = json.readTree(change)
                .propertyStream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, entry -> (Object) entry.getValue()));

        var refused = change(wanted, 0);

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(json.readTree(refused.getContentAsString()).toString()).contains("\"" + field);
    }

    @Test
    void a_test_calls_once_and_its_record_says_what_it_cost() throws Exception {
        change(Map.of("engine", "BUILT_IN", "key", KEY), 0);
        server.answers((request, wire) -> wire.says(request, "ready"));

        var tested = read(post(PATH + "/test"));

        assertThat(tested.path("answered").asBoolean()).isTrue();
        assertThat(server.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.headers()).containsEntry("authorization", "Bearer " + KEY));
        var call = read(get(PATH + "/calls")).get(0);
        assertThat(call.path("purpose").asString()).isEqualTo("TEST");
        assertThat(call.path("outcome").asString()).isEqualTo("ANSWERED");
        assertThat(call.path("prompt").asString()).isEqualTo("test.v1");
        assertThat(call.path("costMicros").asLong()).isEqualTo(400);
        assertThat(call.path("provider").asString()).isEqualTo(Wire.PROVIDER);
        assertThat(read(get(PATH)).path("spentMicros").asLong()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"UNAUTHORIZED,KEY_REFUSED", "OUT_OF_CREDIT,OUT_OF_CREDIT", "SERVER_ERROR,PROVIDER_FAILS"})
    void whoever_asks_learns_why_the_built_in_engine_answers(Fault fault, String why) throws Exception {
        change(Map.of("engine", "MODEL", "key", KEY + fault), 0);
        server.answers(fault);

        read(post(PATH + "/test"));

        var state = read(get("/api/assistant/engine"));
        assertThat(state.path("chosen").asString()).isEqualTo("MODEL");
        assertThat(state.path("answers").asString()).isEqualTo("BUILT_IN");
        assertThat(state.path("why").asString()).isEqualTo(why);
    }

    @Test
    void an_empty_purse_is_a_reason_too() throws Exception {
        change(Map.of("engine", "MODEL", "key", KEY, "budget", 0), 0);

        assertThat(read(get("/api/assistant/engine")).path("why").asString()).isEqualTo("OVER_BUDGET");
    }

    private MockHttpServletResponse change(Map<String, ?> wanted, int version) throws Exception {
        var body = new java.util.HashMap<String, Object>(Map.of(
                "engine", "BUILT_IN", "models", java.util.List.of("some/model"), "budget", 2_000, "removeKey", false));
        body.putAll(wanted);
        return http.perform(authorized(put(PATH))
                        .header("If-Match", "\"" + version + "\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(body)))
                .andReturn()
                .getResponse();
    }

    private JsonNode read(MockHttpServletRequestBuilder request) throws Exception {
        var answer = http.perform(authorized(request)).andReturn().getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return json.readTree(answer.getContentAsString());
    }

    private MockHttpServletRequestBuilder authorized(MockHttpServletRequestBuilder request) {
        return request.header("Authorization", "Bearer " + token);
    }
}
