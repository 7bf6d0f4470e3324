package io.doorstep.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Bad input at the open door: each piece of it gets a problem that names the field and the mend, or a sensible answer. */
@DoorstepTest
class ChatApiTest {

    private static final String VISITOR = "0123456789abcdefghijkl";

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    JdbcClient db;

    TestAgency agency;

    @BeforeEach
    void anAgency() {
        agency = agencies.fresh();
    }

    @Test
    void a_message_is_accepted_and_read_back_after_a_reload() throws Exception {
        var clientId = UUID.randomUUID();

        send("{\"clientId\": \"%s\", \"text\": \"hi, a 3 bed\", \"page\": \"/homes\"}".formatted(clientId))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.seq").value(2))
                .andExpect(jsonPath("$.duplicate").value(false));
        send("{\"clientId\": \"%s\", \"text\": \"hi, a 3 bed\"}".formatted(clientId))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.duplicate").value(true));

        http.perform(visitor(get("/public/chat/{key}/conversation", agency.siteKey())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.agency.name").value(agency.settings().name()))
                .andExpect(jsonPath("$.messages[0].author").value("ASSISTANT"))
                .andExpect(jsonPath("$.messages[0].attachment").doesNotExist())
                .andExpect(jsonPath("$.messages[1].text").value("hi, a 3 bed"))
                .andExpect(jsonPath("$.messages[1].clientId").value(clientId.toString()));
    }

    @Test
    void before_the_first_message_there_is_a_greeting_and_no_conversation() throws Exception {
        http.perform(visitor(get("/public/chat/{key}/conversation", agency.siteKey())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.conversationId").isEmpty())
                .andExpect(jsonPath("$.state").value("ASSISTANT"))
                .andExpect(jsonPath("$.greeting").value(org.hamcrest.Matchers.containsString("automated assistant")));
    }

    @Test
    void another_visitors_key_reads_nothing() throws Exception {
        send(body("secret")).andExpect(status().isAccepted());

        http.perform(get("/public/chat/{key}/conversation", agency.siteKey()).header("X-Visitor-Key", "z".repeat(22)))
                .andExpect(jsonPath("$.messages").isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400 | malformed-json | `{\"clientId\": `                                     | ``",
                "422 | invalid | ``                                                            | body",
                "400 | malformed-json | `{\"clientId\": \"ID\", \"text\": \"a\", \"text\": \"b\"}` | ``",
                "422 | invalid | `{\"clientId\": \"ID\", \"text\": \"hi\", \"tenantId\": 1}`     | tenantId",
                "422 | invalid | `{\"clientId\": \"not-a-uuid\", \"text\": \"hi\"}`              | clientId",
                "422 | invalid | `{\"text\": \"hi\"}`                                           | clientId",
                "422 | invalid | `{\"clientId\": \"ID\", \"text\": 12}`                         | text",
                "422 | invalid | `{\"clientId\": \"ID\", \"text\": [\"hi\"]}`                   | text",
                "422 | invalid | `{\"clientId\": \"ID\", \"text\": \"  \\u0000\\n \"}`           | text",
                "422 | invalid | `{\"clientId\": \"ID\", \"text\": null}`                       | text",
                "422 | invalid | `{\"clientId\": \"ID\", \"text\": \"hi\", \"action\": {\"type\": \"SELL_ALL\"}}` | action",
                "422 | invalid | `{\"clientId\": \"ID\", \"text\": \"hi\", \"action\": {\"type\": \"CHOOSE_SLOT\", \"slotId\": \"\\u0000\"}}` | action.slotId",
                "422 | invalid | `{\"clientId\": \"ID\", \"text\": \"hi\", \"action\": {\"type\": \"CHOOSE_SLOT\"}}` | action.slotId",
                "422 | invalid | `{\"clientId\": \"ID\", \"text\": \"yes\", \"action\": {\"type\": \"CONSENT\", \"granted\": true, \"wordingVersion\": 1}}` | action.channel",
                "422 | invalid | `null`   | body",
                "422 | invalid | `[]`     | body",
            })
    void bad_bodies_get_a_problem_that_names_the_field(int status, String code, String body, String field)
            throws Exception {
        var answer = send(body.replace("\"ID\"", "\"" + UUID.randomUUID() + "\""))
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:" + code));
        if (field != null && !field.isEmpty()) {
            answer.andExpect(jsonPath("$.errors[0].field").value(field));
        }
        assertThat(touches()).isZero();
    }

    @Test
    void ten_thousand_characters_are_taken_and_one_more_is_refused() throws Exception {
        send(body("x".repeat(10_000))).andExpect(status().isAccepted());
        send(body("x".repeat(10_001)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("text"));
    }

    @Test
    void a_body_over_64_kilobytes_is_refused_before_it_is_read() throws Exception {
        send(body("x".repeat(70_000)))
                .andExpect(status().isContentTooLarge())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:too-large"));
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() throws Exception {
        var broken = body("caf\u00e9").getBytes(StandardCharsets.ISO_8859_1);

        http.perform(visitor(post("/public/chat/{key}/messages", agency.siteKey()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(broken))
                .andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD83C\uDFE1\uD83D\uDC69\u200D\uD83D\uDC67",
                "מחפשים בית עם 3 חדרים",
                "نبحث عن شقة",
                "Ｆｕｌｌ ｗｉｄｔｈ"
            })
    void emoji_and_every_script_come_back_as_they_were_sent(String text) throws Exception {
        send(body(text)).andExpect(status().isAccepted());

        http.perform(visitor(get("/public/chat/{key}/conversation", agency.siteKey())))
                .andExpect(jsonPath("$.messages[1].text").value(text));
    }

    @Test
    void half_a_surrogate_pair_and_control_characters_do_no_harm_and_the_touch_keeps_what_was_sent() throws Exception {
        var sent = "{\"clientId\": \"%s\", \"text\": \"3 bed\\u0000\\u0007 \\ud83c\"}".formatted(UUID.randomUUID());
        send(sent).andExpect(status().isAccepted());

        http.perform(visitor(get("/public/chat/{key}/conversation", agency.siteKey())))
                .andExpect(jsonPath("$.messages[1].text").value("3 bed \uFFFD"));
        assertThat(agency.<String>inTransaction(() ->
                        db.sql("select raw from touch").query(String.class).single()))
                .isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"site_00000000000000000000", "site_", "SITE_abc", "x"})
    void an_unknown_site_key_is_404_with_one_answer(String key) throws Exception {
        http.perform(visitor(post("/public/chat/{key}/messages", key))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body("hi")))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:unknown-site-key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "with spaces in the visitor key", "twenty-two-chars-plus-/-one"})
    void a_visitor_key_that_could_be_guessed_or_is_none_is_refused(String key) throws Exception {
        http.perform(post("/public/chat/{key}/messages", agency.siteKey())
                        .header("X-Visitor-Key", key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body("hi")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("X-Visitor-Key"));
    }

    @Test
    void a_foreign_page_may_not_post_and_an_allowed_one_may() throws Exception {
        send(body("hi"), "https://evil.example")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:origin-not-allowed"));
        send(body("hi"), "null").andExpect(status().isForbidden());
        send(body("hi"), "http://localhost").andExpect(status().isAccepted());

        var listed = agencies.fresh();
        listed.inTransaction(() -> db.sql("update agency set allowed_origins = '{https://harbor.example}'")
                .update());
        http.perform(visitor(post("/public/chat/{key}/messages", listed.siteKey()))
                        .header("Origin", "https://harbor.example")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body("hi")))
                .andExpect(status().isAccepted());
    }

    @Test
    void another_content_type_is_refused() throws Exception {
        http.perform(visitor(post("/public/chat/{key}/messages", agency.siteKey()))
                        .contentType(MediaType.TEXT_PLAIN)
                        .content(body("hi")))
                .andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void the_honeypot_answers_202_and_makes_no_lead() throws Exception {
        send("{\"clientId\": \"%s\", \"text\": \"pills\", \"website\": \"http://x\"}".formatted(UUID.randomUUID()))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.conversationId").isNotEmpty());
        assertThat(agency.<Long>inTransaction(() ->
                        db.sql("select count(*) from lead").query(Long.class).single()))
                .isZero();
    }

    @Test
    void a_stream_of_an_unknown_site_is_a_problem_and_no_stream() throws Exception {
        http.perform(visitor(get("/public/chat/{key}/events", "site_00000000000000000000"))
                        .accept(MediaType.TEXT_EVENT_STREAM))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:unknown-site-key"));
        http.perform(visitor(get("/public/chat/{key}/events", agency.siteKey())).header("Last-Event-ID", "abc"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("Last-Event-ID"));
    }

    private ResultActions send(String body) throws Exception {
        return http.perform(visitor(post("/public/chat/{key}/messages", agency.siteKey()))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private ResultActions send(String body, String origin) throws Exception {
        return http.perform(visitor(post("/public/chat/{key}/messages", agency.siteKey()))
                .header("Origin", origin)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static MockHttpServletRequestBuilder visitor(MockHttpServletRequestBuilder request) {
        return request.header("X-Visitor-Key", VISITOR);
    }

    private static String body(String text) {
        return "{\"clientId\": \"%s\", \"text\": \"%s\"}".formatted(UUID.randomUUID(), text);
    }

    private long touches() {
        return agency.inTransaction(
                () -> db.sql("select count(*) from touch").query(Long.class).single());
    }
}
