package io.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.doorstep.pipeline.PipelineScene.Scene;
import io.doorstep.testing.SettableClock;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PipelineTest
class BoardHttpTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    Scene scene;

    @Autowired
    SettableClock clock;

    private TestAgency agency;
    private String token;

    @BeforeEach
    void signed_in() throws Exception {
        agency = agencies.fresh();
        token = token();
    }

    private String token() throws Exception {
        var answer = http.perform(post("/api/token")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                        {"email": "%s", "password": "%s", "agency": "%s"}""".formatted(agency.email(), TestAgencies.PASSWORD, agency.slug())))
                .andExpect(status().isOk())
                .andReturn();
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.accessToken");
    }

    @AfterEach
    void now_again() {
        clock.reset();
    }

    @Test
    void a_new_agency_sees_three_maps_and_an_empty_board_with_every_stage() throws Exception {
        as(get("/api/pipelines")).andExpect(status().isOk()).andExpect(jsonPath("$", hasSize(3)));

        as(get("/api/board"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.columns", hasSize(12)))
                .andExpect(jsonPath("$.totals.count").value(0))
                .andExpect(jsonPath("$.totals.currency").value("USD"));
    }

    @Test
    void counts_and_sums_cover_all_and_cards_come_in_pages_without_gap_or_double() throws Exception {
        agency.inTransaction(() -> IntStream.range(0, 45).forEach(_ -> {
            var deal = scene.anyDeal();
            scene.known(deal.leadId(), agency.owner().memberId());
        }));

        for (var sort : List.of("due", "newest", "value")) {
            var board = body(as(get("/api/board?sort=" + sort)).andExpect(status().isOk()));
            assertThat(JsonPath.<Integer>read(board, "$.columns[0].count")).isEqualTo(45);
            assertThat(JsonPath.<Number>read(board, "$.totals.valueMinor").longValue())
                    .isEqualTo(45 * 65_000_000L);
            List<String> seen = new ArrayList<>(JsonPath.<List<String>>read(board, "$.columns[0].cards[*].id"));
            String cursor = JsonPath.read(board, "$.columns[0].nextCursor");
            while (cursor != null) {
                var page = body(as(get("/api/board/NEW?sort=%s&cursor=%s".formatted(sort, cursor)))
                        .andExpect(status().isOk()));
                seen.addAll(JsonPath.<List<String>>read(page, "$.cards[*].id"));
                cursor = JsonPath.read(page, "$.nextCursor");
            }
            assertThat(seen).hasSize(45);
            assertThat(new HashSet<>(seen)).hasSize(45);
        }
    }

    @Test
    void filters_change_columns_and_leave_the_tabs() throws Exception {
        agency.inTransaction(() -> {
            scene.leads().rename(scene.anyDeal().leadId(), "Nora Whitfield");
            scene.anyDeal();
        });

        as(get("/api/board?q=whit"))
                .andExpect(jsonPath("$.totals.count").value(1))
                .andExpect(jsonPath("$.columns[0].cards[0].name").value("Nora Whitfield"))
                .andExpect(jsonPath("$.tabs.all").value(2));
        as(get("/api/board?q=nora whit")).andExpect(jsonPath("$.totals.count").value(1));
        as(get("/api/board?q=nora smith")).andExpect(jsonPath("$.totals.count").value(0));
        as(get("/api/board?owner=me")).andExpect(jsonPath("$.totals.count").value(2));
        as(get("/api/board?owner=" + UUID.randomUUID()))
                .andExpect(jsonPath("$.totals.count").value(0));
        as(get("/api/board?source=PORTAL")).andExpect(jsonPath("$.totals.count").value(0));
        as(get("/api/board?grade=HOT")).andExpect(jsonPath("$.totals.count").value(0));
    }

    @Test
    void what_is_overdue_or_unanswered_leaks_and_says_how() throws Exception {
        var silent = agency.inTransaction(scene::anyDeal);
        agency.inTransaction(() -> {
            var waiting = scene.anyDeal();
            scene.leads().touchInbound(waiting.leadId(), clock.instant());
        });
        as(get("/api/board?leaking=true")).andExpect(jsonPath("$.totals.count").value(0));

        clock.forward(Duration.ofMinutes(6));
        as(get("/api/board?leaking=true"))
                .andExpect(jsonPath("$.tabs.leaking").value(1))
                .andExpect(jsonPath("$.columns[0].cards[*].leak.kind", hasItem("NO_ANSWER")))
                .andExpect(jsonPath("$.columns[0].cards[*].leak.text", hasItem("No one has answered")));

        clock.forward(Duration.ofMinutes(80));
        token = token();
        as(get("/api/board?leaking=true"))
                .andExpect(jsonPath("$.tabs.leaking").value(2))
                .andExpect(jsonPath("$.columns[0].cards[?(@.id == '%s')].leak.text".formatted(silent.id()))
                        .value("26 min late"));
    }

    @Test
    void bad_input_is_named() throws Exception {
        as(get("/api/board?pipeline=NONE"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("pipeline"));
        as(get("/api/board?owner=x"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("owner"));
        as(get("/api/board/NEW?cursor=zzz"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("cursor"));
        as(get("/api/board/NEW?cursor=" + io.doorstep.platform.Cursor.of("drop table", UUID.randomUUID())))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("cursor"));
        as(get("/api/board/NOWHERE")).andExpect(status().isNotFound());
        as(get("/api/deals/%s/moves".formatted(UUID.randomUUID()))).andExpect(status().isNotFound());
        as(get("/api/deals/nonsense/moves")).andExpect(status().isNotFound());
    }

    @Test
    void a_refused_move_answers_with_every_guard_and_an_override_with_the_new_card() throws Exception {
        var deal = agency.inTransaction(scene::anyDeal);
        var moves = "/api/deals/%s/moves".formatted(deal.id());
        as(get(moves))
                .andExpect(jsonPath("$.moves[?(@.to == 'CONTACTED')].guards[0].remedy.kind")
                        .value("ASK"));

        as(post(moves), "{\"to\": \"CONTACTED\", \"version\": 1}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:move-refused"))
                .andExpect(jsonPath("$.detail").value("Not yet: Contacted. Someone has written or spoken to the lead."))
                .andExpect(jsonPath("$.guards[0].holds").value(false))
                .andExpect(jsonPath("$.mayOverride").value(true));
        as(post(moves), "{\"to\": \"SHOWING\", \"version\": 1, \"override\": {\"reason\": \"  \"}}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("override.reason"));
        as(post(moves), "{\"to\": \"SHOWING\", \"version\": 1, \"override\": {\"reason\": \"Met at the open house\"}}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.deal.stage").value("SHOWING"))
                .andExpect(jsonPath("$.moveSeq").value(2));
        as(post(moves), "{\"to\": \"OFFER\", \"version\": 1}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:stale-version"))
                .andExpect(jsonPath("$.current.version").value(2));
        as(post(moves + "/2/undo"), "{\"version\": 2}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.deal.stage").value("NEW"));
    }

    @Test
    void closing_a_next_action_names_the_next_and_a_double_submit_finds_it_done() throws Exception {
        var deal = agency.inTransaction(scene::anyDeal);
        var soon = clock.instant().plusSeconds(7_200);
        var set = body(as(
                        put("/api/deals/%s/next-action".formatted(deal.id())),
                        "{\"kind\": \"CALL\", \"title\": \"Call Nora\", \"dueAt\": \"%s\"}".formatted(soon))
                .andExpect(status().isOk()));
        var done = "/api/next-actions/%s/done".formatted(JsonPath.<String>read(set, "$.id"));
        var next = "{\"next\": {\"kind\": \"EMAIL\", \"title\": \"Send lender intro\", \"dueAt\": \"%s\"}}"
                .formatted(soon);

        as(post(done), next)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.title").value("Send lender intro"));
        as(post(done), next).andExpect(status().isNotFound());
        as(
                        put("/api/deals/%s/next-action".formatted(deal.id())),
                        "{\"kind\": \"CALL\", \"title\": \"x\", \"dueAt\": \"2001-01-01T00:00:00Z\"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("dueAt"));
    }

    @Test
    void another_agency_finds_no_deal_to_move() throws Exception {
        var other = agencies.fresh();
        var theirs = other.inTransaction(scene::anyDeal);

        as(
                        post("/api/deals/%s/moves".formatted(theirs.id())),
                        "{\"to\": \"LOST\", \"version\": 1, \"lostReason\": \"x\"}")
                .andExpect(status().isNotFound());
        as(
                        put("/api/deals/%s/next-action".formatted(theirs.id())),
                        "{\"kind\": \"CALL\", \"title\": \"x\", \"dueAt\": \"2030-01-01T00:00:00Z\"}")
                .andExpect(status().isNotFound());
    }

    private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.header("Authorization", "Bearer " + token));
    }

    private ResultActions as(MockHttpServletRequestBuilder request, String body) throws Exception {
        return as(request.contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private static String body(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }
}
