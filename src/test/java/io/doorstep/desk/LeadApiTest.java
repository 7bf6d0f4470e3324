package io.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The leads of an agency on the screens of a member, over what real visitors wrote and the assistant made of it. */
@DoorstepTest
class LeadApiTest {

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
    void the_lead_page_shows_facts_with_the_words_they_came_from_score_deal_and_way() throws Exception {
        var conversation = desk.answered(Desk.FIRST_WORDS);

        var lead = desk.read("/api/leads/" + desk.leadOf(conversation));

        assertThat(lead.path("displayName").asString()).startsWith("Visitor ");
        assertThat(lead.path("page").asString()).isEqualTo("/homes/travis-heights");
        var beds = fact(lead, "beds");
        assertThat(Desk.FIRST_WORDS.substring(
                        beds.path("start").asInt(), beds.path("end").asInt()))
                .isEqualTo(beds.path("quote").asString());
        assertThat(beds.path("conversationId").asString()).isEqualTo(conversation);
        assertThat(lead.path("qualification")
                        .path("contributions")
                        .valueStream()
                        .mapToInt(one -> one.path("points").asInt())
                        .sum())
                .isEqualTo(lead.path("qualification").path("score").asInt());
        var deal = lead.path("deals").get(0);
        assertThat(deal.path("nextAction").path("owner").path("initials").asString())
                .isEqualTo("OO");
        assertThat(deal.path("steps")
                        .valueStream()
                        .filter(step -> step.path("state").asString().equals("NOW")))
                .singleElement()
                .satisfies(step -> assertThat(step.path("key")).isEqualTo(deal.path("stage")));
        assertThat(texts(lead.path("stillToAsk"), "key"))
                .contains("timeline", "contact.phone")
                .doesNotContain("beds", "financing");
        assertThat(texts(lead.path("consents"), "status")).containsExactly("NOT_ASKED", "NOT_ASKED", "NOT_ASKED");
    }

    @Test
    void the_timeline_tells_everything_in_order_and_pages_back_without_gap_or_double() throws Exception {
        var conversation = desk.answered(Desk.FIRST_WORDS);
        desk.perform(post("/api/conversations/" + conversation + "/take-over")).andExpect(status().isNoContent());
        for (int i = 0; i < 70; i++) {
            desk.send(
                            post("/api/conversations/" + conversation + "/messages"),
                            Map.of("clientId", UUID.randomUUID(), "text", "line " + i))
                    .andExpect(status().isCreated());
        }
        var path = "/api/leads/" + desk.leadOf(conversation) + "/timeline";

        var newest = desk.read(path);
        var all = desk.readAll(path);

        assertThat(newest.path("items")
                        .valueStream()
                        .map(item -> item.path("at").asString()))
                .isSorted();
        assertThat(all).map(item -> item.path("id").asString()).doesNotHaveDuplicates();
        assertThat((long) all.size()).isEqualTo(desk.number("select count(*) from lead_timeline"));
        assertThat(all)
                .map(item -> item.path("type").asString())
                .contains("TOUCH", "MESSAGE", "FACTS", "SCORE", "MOVE", "HANDOVER");
        assertThat(newest.path("items").get(0).path("at").asString())
                .isGreaterThanOrEqualTo(all.getLast().path("at").asString());
    }

    @Test
    void leads_are_found_by_the_beginning_of_any_word_by_phone_and_by_e_mail_and_only_in_their_agency()
            throws Exception {
        var nora = create(Map.of(
                "name", "Nora Whitfield", "email", "nora@example.com", "phone", "512 555 0148", "pipeline", "BUYER"));
        create(Map.of("name", "Owen Tran", "phone", "512 555 0177", "pipeline", "SELLER"));
        var elsewhere = Desk.of(agencies.fresh(), http, db, json);

        for (var query : List.of("nora", "WHIT", "whit nor", "nora@ex", "(512) 555-0148", "0148")) {
            assertThat(found(desk, query)).as(query).containsExactly(nora);
            assertThat(found(elsewhere, query)).as(query).isEmpty();
        }
        for (var query : List.of("ora", "n%", "nora owen", "n_ra", "' or 1=1 --", "\u0000nobody")) {
            assertThat(found(desk, query)).as(query).isEmpty();
        }
        assertThat(desk.readAll("/api/leads?owner=me")).hasSize(2);
        assertThat(desk.readAll("/api/leads?source=MANUAL")).hasSize(2);
        assertThat(desk.readAll("/api/leads?grade=HOT")).isEmpty();
    }

    @Test
    void leads_page_without_gap_or_double_even_when_they_came_at_one_moment() throws Exception {
        desk.change("""
                insert into lead (id, name, source, created_at)
                select gen_random_uuid(), 'Lead ' || n, 'IMPORT', now() - (n / 30) * interval '1 minute' from generate_series(1, 120) n
                """);

        for (var path : List.of("/api/leads", "/api/leads?q=lead")) {
            assertThat(desk.readAll(path))
                    .hasSize(120)
                    .map(row -> row.path("id").asString())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void a_lead_sent_twenty_times_with_one_key_is_one_lead_with_one_deal() throws Exception {
        var lead = Map.of("name", "Maya", "email", "maya@example.com", "pipeline", "BUYER");
        var sends = new ArrayList<Callable<String>>();
        for (int i = 0; i < 20; i++) {
            sends.add(() -> create("one-key", lead));
        }

        var ids = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sent : threads.invokeAll(sends)) {
                ids.add(sent.get());
            }
        }

        assertThat(ids).hasSize(1);
        assertThat(desk.number("select count(*) from lead")).isEqualTo(1);
        assertThat(desk.number("select count(*) from deal")).isEqualTo(1);
        desk.send(
                        post("/api/leads").header("Idempotency-Key", "other"),
                        Map.of("email", "Maya@Example.com", "pipeline", "BUYER"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:lead-exists"))
                .andExpect(jsonPath("$.leadId").value(ids.iterator().next()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"pipeline\": \"BUYER\"}",
                "{\"name\": \"A\"}",
                "{\"name\": \"A\", \"pipeline\": \"LOANS\"}",
                "{\"name\": \"A\", \"pipeline\": \"BUYER\", \"email\": \"nope\"}",
                "{\"name\": \"A\", \"pipeline\": \"BUYER\", \"ownerId\": \"x\"}",
            })
    void a_lead_that_lacks_something_is_refused_and_the_field_named(String body) throws Exception {
        desk.perform(post("/api/leads")
                        .header("Idempotency-Key", "k")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").isNotEmpty());

        assertThat(desk.number("select count(*) from touch")).isZero();
    }

    @Test
    void a_fact_entered_by_hand_supersedes_what_was_said_and_has_the_members_name() throws Exception {
        var lead = desk.leadOf(desk.answered(Desk.FIRST_WORDS));
        var facts = "/api/leads/" + lead + "/facts";

        desk.send(post(facts), Map.of("key", "beds", "value", 4, "display", "4"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.by.name").value("Olive Owner"))
                .andExpect(jsonPath("$.value").value(4));
        desk.send(post(facts), Map.of("key", "religion", "value", "x", "display", "x"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("key"));
        desk.send(post(facts), Map.of("key", "beds", "value", 99, "display", "99"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("value"));

        assertThat(desk.read("/api/leads/" + lead)
                        .path("facts")
                        .valueStream()
                        .filter(fact -> fact.path("key").asString().equals("beds"))
                        .filter(fact -> fact.path("status").asString().equals("SUPERSEDED")))
                .singleElement()
                .satisfies(fact -> assertThat(
                                fact.path("replacedBy").path("display").asString())
                        .isEqualTo("4"));
    }

    @Test
    void a_lead_gets_another_owner_who_must_be_a_member() throws Exception {
        var owner = "/api/leads/" + create(Map.of("name", "Nora", "pipeline", "BUYER")) + "/owner";

        desk.send(put(owner), Map.of("memberId", desk.agency().owner().memberId()))
                .andExpect(status().isNoContent());
        desk.send(put(owner), Map.of("memberId", UUID.randomUUID()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("memberId"));
    }

    @Test
    void what_belongs_to_another_agency_is_answered_like_a_random_id() throws Exception {
        var lead = create(Map.of("name", "Nora", "pipeline", "BUYER"));
        var elsewhere = Desk.of(agencies.fresh(), http, db, json);
        var random = UUID.randomUUID().toString();

        for (var path : List.of("/api/leads/%s", "/api/leads/%s/timeline")) {
            assertThat(elsewhere.answerWithout(lead, path.formatted(lead)))
                    .startsWith("404")
                    .isEqualTo(elsewhere.answerWithout(random, path.formatted(random)));
        }
        elsewhere
                .send(post("/api/leads/" + lead + "/facts"), Map.of("key", "beds", "value", 4, "display", "4"))
                .andExpect(status().isNotFound());
        elsewhere
                .send(
                        put("/api/leads/" + lead + "/owner"),
                        Map.of("memberId", elsewhere.agency().owner().memberId()))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/leads?cursor=made-up",
                "/api/leads?cursor=eB94",
                "/api/leads?grade=BEST",
                "/api/leads?owner=somebody",
                "/api/leads?source=MARS",
            })
    void a_bad_filter_is_refused_and_the_field_named(String path) throws Exception {
        desk.perform(get(path))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").isNotEmpty());
    }

    private String create(Map<String, ?> lead) throws Exception {
        return create(UUID.randomUUID().toString(), lead);
    }

    private String create(String key, Map<String, ?> lead) throws Exception {
        var answer = desk.send(post("/api/leads").header("Idempotency-Key", key), lead)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return json.readTree(answer).path("id").asString();
    }

    private List<String> found(Desk at, String query) throws Exception {
        var answer = at.perform(get("/api/leads").param("q", query))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return texts(json.readTree(answer).path("items"), "id");
    }

    private static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(one -> one.path(field).asString()).toList();
    }

    private static JsonNode fact(JsonNode lead, String key) {
        return lead.path("facts")
                .valueStream()
                .filter(fact -> fact.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
