package io.doorstep.desk;

import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An agency's owner at the desk, and the visitors who write to the agency. */
record Desk(TestAgency agency, String token, MockMvc http, JdbcClient db, JsonMapper json) {

    static final String FIRST_WORDS =
            "hi, we're looking for a 3 bed near Travis Heights, around 650k, we already have a pre-approval";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Desk of(TestAgency agency, MockMvc http, JdbcClient db, JsonMapper json) throws Exception {
        return of(agency, agency.email(), http, db, json);
    }

    /** Another member's. */
    static Desk of(TestAgency agency, String email, MockMvc http, JdbcClient db, JsonMapper json) throws Exception {
        var answer = http.perform(post("/api/token")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(
                                Map.of("email", email, "password", TestAgencies.PASSWORD, "agency", agency.slug()))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return new Desk(agency, json.readTree(answer).path("accessToken").asString(), http, db, json);
    }

    /** @return the id of the conversation, once the assistant has answered */
    String answered(String words) throws Exception {
        var conversation = said(words);
        await().atMost(PATIENCE)
                .until(() -> number(
                                "select count(*) from message where author = 'ASSISTANT' and seq > 2 and conversation_id = '%s'"
                                        .formatted(conversation))
                        > 0);
        return conversation;
    }

    /** A new visitor writes. */
    String said(String words) throws Exception {
        var body = Map.of("clientId", UUID.randomUUID(), "text", words, "page", "/homes/travis-heights");
        var answer = http.perform(post("/public/chat/{key}/messages", agency.siteKey())
                        .header("X-Visitor-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(body)))
                .andExpect(status().isAccepted())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return json.readTree(answer).path("conversationId").asString();
    }

    String leadOf(String conversation) {
        return text("select lead_id::text from conversation where id = '%s'".formatted(conversation));
    }

    JsonNode read(String path) throws Exception {
        return json.readTree(perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    /** Every item of a paged list, page after page. */
    List<JsonNode> readAll(String path) throws Exception {
        var items = new ArrayList<JsonNode>();
        var page = read(path);
        page.path("items").forEach(items::add);
        while (!page.path("nextCursor").isNull()) {
            page = read(path + (path.contains("?") ? "&" : "?") + "cursor="
                    + page.path("nextCursor").asString());
            page.path("items").forEach(items::add);
        }
        return items;
    }

    ResultActions send(MockHttpServletRequestBuilder request, Map<String, ?> body) throws Exception {
        return perform(request.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body)));
    }

    ResultActions perform(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.header("Authorization", "Bearer " + token));
    }

    /** Status and body, with an id taken out of it, to compare answers. */
    String answerWithout(String id, String path) throws Exception {
        var response = perform(get(path)).andReturn().getResponse();
        return response.getStatus() + " " + response.getContentAsString().replace(id, "ID");
    }

    long number(String sql) {
        return agency.inTransaction(() -> db.sql(sql).query(Long.class).single());
    }

    String text(String sql) {
        return agency.inTransaction(() -> db.sql(sql).query(String.class).single());
    }

    void change(String sql) {
        agency.inTransaction(() -> {
            db.sql(sql).update();
        });
    }
}
