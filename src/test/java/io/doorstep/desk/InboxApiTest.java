package io.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The inbox and a conversation as a member sees and leads them. */
@DoorstepTest
class InboxApiTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    JdbcClient db;

    @Autowired
    JsonMapper json;

    Desk desk;

    @BeforeEach
    void anOwnerAtTheDesk() throws Exception {
        desk = Desk.of(agencies.fresh(), http, db, json);
    }

    @Test
    void the_conversation_shows_evidence_handovers_and_what_is_allowed() throws Exception {
        var conversation = desk.answered(Desk.FIRST_WORDS);
        act(conversation, "take-over");

        var view = desk.read("/api/conversations/" + conversation);

        assertThat(view.path("state").asString()).isEqualTo("MEMBER");
        assertThat(view.path("holder").path("name").asString()).isEqualTo("Olive Owner");
        assertThat(view.path("messages")
                        .get(1)
                        .path("evidence")
                        .valueStream()
                        .map(span -> span.path("key").asString()))
                .contains("beds", "price");
        assertThat(view.path("handovers").get(0).path("to").asString()).isEqualTo("MEMBER");
        assertThat(view.path("deal").path("stageName").asString()).isNotEmpty();
        assertThat(view.path("lead").path("online").asBoolean()).isFalse();
        assertThat(view.path("legality")
                        .valueStream()
                        .map(one -> one.path("channel").asString() + " "
                                + one.path("allowed").asBoolean()))
                .containsExactly("WEB_CHAT true", "SMS false", "EMAIL false");
    }

    @Test
    void taking_over_replying_and_handing_back_act_once_however_often_they_are_sent() throws Exception {
        var conversation = desk.answered(Desk.FIRST_WORDS);
        var clientId = UUID.randomUUID();

        reply(conversation, clientId, "too early")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:assistant-is-talking"));
        act(conversation, "take-over");
        act(conversation, "take-over");
        reply(conversation, clientId, "Olive here")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.member.name").value("Olive Owner"));
        reply(conversation, clientId, "Olive here").andExpect(status().isCreated());
        reply(conversation, UUID.randomUUID(), " \t ")
                .andExpect(jsonPath("$.errors[0].field").value("text"));
        act(conversation, "hand-back");
        act(conversation, "hand-back");

        assertThat(desk.number("select count(*) from message where author = 'MEMBER'"))
                .isEqualTo(1);
        assertThat(desk.number("select count(*) from handover")).isEqualTo(2);
    }

    @Test
    void the_inbox_puts_who_waits_first_and_counts_by_tab() throws Exception {
        var quiet = desk.answered(Desk.FIRST_WORDS);
        var waiting = desk.said("I want to talk to a person");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> desk.text("select state from conversation where id = '%s'".formatted(waiting))
                        .equals("WAITING"));

        var all = desk.read("/api/inbox?tab=all");

        assertThat(conversations(all)).containsExactly(waiting, quiet);
        assertThat(all.path("items").get(0).path("answerBy").asString()).isNotEmpty();
        assertThat(all.path("items").get(1).path("answerBy").isNull()).isTrue();
        assertThat(conversations(desk.read("/api/inbox?tab=mine"))).containsExactly(waiting);
        assertThat(conversations(desk.read("/api/inbox?tab=assistant"))).containsExactly(quiet);
        assertThat(all.path("counts").path("all").asInt()).isEqualTo(2);
        assertThat(all.path("counts").path("assistant").asInt()).isEqualTo(1);
        assertThat(all.path("counts").path("mine").asInt()).isEqualTo(1);
    }

    @Test
    void the_inbox_pages_without_gap_or_double() throws Exception {
        desk.change("""
                with made as (
                    insert into lead (id, source, created_at)
                    select gen_random_uuid(), 'WEB_CHAT', now() from generate_series(1, 95) returning id),
                opened as (
                    insert into conversation (id, lead_id, channel, state, waiting_since, last_seq, started_at, last_message_at)
                    select gen_random_uuid(), id, 'WEB_CHAT', 'WAITING', date_trunc('hour', now() - random() * interval '1 day'), 1,
                           now(), now()
                      from made returning id)
                insert into message (id, conversation_id, seq, author, body, created_at)
                select gen_random_uuid(), id, 1, 'SYSTEM', 'x', now() from opened
                """);

        var rows = desk.readAll("/api/inbox?tab=unassigned");

        assertThat(rows)
                .hasSize(95)
                .map(row -> row.path("conversationId").asString())
                .doesNotHaveDuplicates();
        assertThat(rows).map(row -> row.path("waitingSince").asString()).isSorted();
    }

    @Test
    void a_conversation_of_another_agency_is_answered_like_a_random_id() throws Exception {
        var conversation = desk.said("hello");
        var elsewhere = Desk.of(agencies.fresh(), http, db, json);
        var random = UUID.randomUUID().toString();

        assertThat(elsewhere.answerWithout(conversation, "/api/conversations/" + conversation))
                .startsWith("404")
                .isEqualTo(elsewhere.answerWithout(random, "/api/conversations/" + random));
        for (var verb : List.of("take-over", "hand-back")) {
            elsewhere
                    .perform(post("/api/conversations/" + conversation + "/" + verb))
                    .andExpect(status().isNotFound());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/inbox?tab=spam", "/api/inbox?cursor=eB94", "/api/inbox?cursor=%00"})
    void a_bad_filter_is_refused_and_the_field_named(String path) throws Exception {
        desk.perform(get(path))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").isNotEmpty());
    }

    private void act(String conversation, String verb) throws Exception {
        desk.perform(post("/api/conversations/" + conversation + "/" + verb)).andExpect(status().isNoContent());
    }

    private ResultActions reply(String conversation, UUID clientId, String text) throws Exception {
        return desk.send(
                post("/api/conversations/" + conversation + "/messages"), Map.of("clientId", clientId, "text", text));
    }

    private static List<String> conversations(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(row -> row.path("conversationId").asString())
                .toList();
    }
}
