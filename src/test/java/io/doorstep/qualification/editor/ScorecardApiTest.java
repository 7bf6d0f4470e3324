package io.doorstep.qualification.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.identity.AddMember;
import io.doorstep.identity.Role;
import io.doorstep.lead.Leads;
import io.doorstep.lead.NewLead;
import io.doorstep.lead.Source;
import io.doorstep.qualification.Criterion;
import io.doorstep.qualification.Facts;
import io.doorstep.qualification.Grade;
import io.doorstep.qualification.Known;
import io.doorstep.qualification.NewFact;
import io.doorstep.qualification.Scorecards;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The scorecard over HTTP: drafts, the preview on the agency's own leads, publishing, and the scores that follow. */
@DoorstepTest
class ScorecardApiTest {

    private static final String PATH = "/api/settings/scorecard";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    Facts facts;

    @Autowired
    Leads leads;

    @Autowired
    Scorecards scorecards;

    @Autowired
    Rescorings rescorings;

    @Autowired
    ScoreAnew scoreAnew;

    @Autowired
    AddMember addMember;

    @Autowired
    JdbcClient db;

    @Autowired
    JsonMapper json;

    private TestAgency agency;
    private String token;

    @BeforeEach
    void an_owner() throws Exception {
        agency = agencies.fresh();
        token = token(agency.email(), agency.slug());
    }

    @Test
    void a_new_agency_reads_the_standard_card_and_what_one_can_be_made_of() throws Exception {
        ask(get(PATH))
                .andExpect(header().string("ETag", "\"0\""))
                .andExpect(jsonPath("$.versions.length()").value(1))
                .andExpect(jsonPath("$.versions[0].terms.hot").value(70))
                .andExpect(jsonPath("$.versions[0].terms.minimum.length()").value(3))
                .andExpect(jsonPath("$.draft").isEmpty())
                .andExpect(jsonPath("$.choices.criteria[0].reads[0]").value("financing"));
    }

    @Test
    void a_draft_is_kept_and_changes_no_score_until_it_is_published_and_then_every_lead_is_scored_anew()
            throws Exception {
        var cash = lead(Map.of("intent", "buy", "financing", "CASH"));
        var soon = lead(Map.of("intent", "buy", "timeline", Map.of("horizonDays", 20)));
        var financingFirst = terms(55, 5, 10, 10, 20, 55, 40, 20);

        send(put(PATH + "/draft"), 0, financingFirst).andExpect(status().isOk());

        ask(get(PATH))
                .andExpect(jsonPath("$.draft.terms.weights[0].points").value(55))
                .andExpect(jsonPath("$.versions.length()").value(1));
        assertThat(grade(cash)).isEqualTo(Grade.NURTURE);

        send(post(PATH + "/versions"), 1, Map.of("terms", financingFirst, "note", " Cash first "))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.draft").isEmpty())
                .andExpect(jsonPath("$.versions[0].version").value(2))
                .andExpect(jsonPath("$.versions[0].note").value("Cash first"))
                .andExpect(jsonPath("$.versions[0].by.name").value("Olive Owner"))
                .andExpect(jsonPath("$.rescoring.total").value(2));

        await().atMost(PATIENCE).until(this::scoredAnew);
        assertThat(grade(cash)).isEqualTo(Grade.HOT);
        assertThat(grade(soon)).isEqualTo(Grade.UNQUALIFIED);
        ask(get(PATH))
                .andExpect(jsonPath("$.rescoring.left").value(0))
                .andExpect(jsonPath("$.rescoring.moved").value(2));
        assertThat(agency.inScope(() -> facts.qualification(cash)).orElseThrow().scorecardVersion())
                .isEqualTo(2);
    }

    @Test
    void the_preview_says_who_would_move_and_why_and_moves_nobody() throws Exception {
        var cash = lead(Map.of("intent", "buy", "financing", "CASH"));
        lead(Map.of("intent", "rent"));
        var before = rows();

        var preview = read(send(post(PATH + "/preview"), null, terms(55, 5, 10, 10, 20, 55, 40, 20)));

        assertThat(preview.path("judged").asInt()).isEqualTo(2);
        assertThat(preview.path("moving").asInt()).isEqualTo(1);
        var mover = preview.path("movers").get(0);
        assertThat(mover.path("leadId").asString()).isEqualTo(cash.toString());
        assertThat(mover.path("before").path("grade").asString()).isEqualTo("NURTURE");
        assertThat(mover.path("after").path("grade").asString()).isEqualTo("HOT");
        assertThat(mover.path("why").get(0).path("text").asString()).isEqualTo("Financing 55, was 25, Pays cash");
        assertThat(preview.path("grades").get(0).path("before").asInt()).isZero();
        assertThat(preview.path("grades").get(0).path("after").asInt()).isEqualTo(1);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void the_preview_pages_through_all_who_move_without_gap_or_double() throws Exception {
        var all = new HashSet<String>();
        for (int one = 0; one < 60; one++) {
            all.add(lead(Map.of("intent", "buy", "financing", one % 2 == 0 ? "CASH" : "PRE_APPROVED"))
                    .toString());
        }
        var wanted = terms(80, 5, 5, 5, 5, 70, 40, 20);

        var seen = new ArrayList<String>();
        var page = read(send(post(PATH + "/preview"), null, wanted));
        page.path("movers").forEach(mover -> seen.add(mover.path("leadId").asString()));
        while (!page.path("nextCursor").isNull()) {
            var next = page.path("nextCursor").asString();
            page = read(send(post(PATH + "/preview?cursor=" + next), null, wanted));
            page.path("movers").forEach(mover -> seen.add(mover.path("leadId").asString()));
        }

        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void what_does_not_add_up_is_refused_by_field_and_keeps_nothing() throws Exception {
        send(put(PATH + "/draft"), 0, terms(60, 25, 15, 15, 20, 40, 40, 50))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[?(@.field == 'weights')].message")
                        .value("add up to 135; they must add up to 100."))
                .andExpect(jsonPath("$.errors[?(@.field == 'warm')]").isNotEmpty())
                .andExpect(jsonPath("$.errors[?(@.field == 'nurture')]").isNotEmpty());
        send(post(PATH + "/preview"), null, Map.of("weights", List.of())).andExpect(status().isUnprocessableContent());
        var odd = new java.util.HashMap<String, Object>(terms(25, 25, 15, 15, 20, 70, 40, 20));
        odd.put("hotNeeds", List.of("RELIGION"));
        send(post(PATH + "/preview"), null, odd).andExpect(status().is4xxClientError());
        send(post(PATH + "/preview?cursor=nonsense"), null, terms(25, 25, 15, 15, 20, 70, 40, 20))
                .andExpect(status().isUnprocessableContent());

        ask(get(PATH)).andExpect(jsonPath("$.draft").isEmpty());
    }

    @Test
    void of_two_who_edit_one_wins_and_the_other_is_told() throws Exception {
        var one = terms(30, 20, 15, 15, 20, 70, 40, 20);
        send(put(PATH + "/draft"), 0, one).andExpect(status().isOk());

        send(put(PATH + "/draft"), 0, one)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:stale-version"));
        send(post(PATH + "/versions"), 0, Map.of("terms", one)).andExpect(status().isConflict());
        ask(delete(PATH + "/draft").header("If-Match", "\"1\"")).andExpect(status().isOk());
        ask(get(PATH)).andExpect(jsonPath("$.draft").isEmpty());
    }

    @Test
    void of_eight_who_publish_at_once_one_does() throws Exception {
        List<Callable<Integer>> publications = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(one -> () -> send(
                                post(PATH + "/versions"),
                                0,
                                Map.of("terms", terms(25 + one + 1, 24 - one, 15, 15, 20, 70, 40, 20)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .toList();

        var statuses = new ArrayList<Integer>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : people.invokeAll(publications)) statuses.add(answer.get());
        }

        assertThat(statuses)
                .containsOnlyOnce(200)
                .filteredOn(code -> code != 200)
                .allMatch(code -> code == 409);
        assertThat(agency.inTransaction(() -> scorecards.history(9))).hasSize(2);
    }

    @Test
    void the_card_that_stands_is_not_published_again() throws Exception {
        send(post(PATH + "/versions"), 0, Map.of("terms", terms(25, 25, 15, 15, 20, 70, 40, 20)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:nothing-changed"));
    }

    @Test
    void an_agent_may_look_and_try_and_not_change() throws Exception {
        var email = "agent@" + agency.slug() + ".example";
        agency.inScope(() ->
                addMember.add("Andy Agent", email, TestAgencies.PASSWORD, Role.AGENT, ZoneId.of("America/Chicago"), 2));
        token = token(email, agency.slug());
        var wanted = terms(30, 20, 15, 15, 20, 70, 40, 20);

        ask(get(PATH)).andExpect(status().isOk());
        send(post(PATH + "/preview"), null, wanted).andExpect(status().isOk());
        send(put(PATH + "/draft"), 0, wanted).andExpect(status().isForbidden());
        send(post(PATH + "/versions"), 0, Map.of("terms", wanted)).andExpect(status().isForbidden());
    }

    @Test
    void scoring_anew_takes_up_where_a_crash_left_it_and_a_second_run_changes_nothing() throws Exception {
        var all = IntStream.range(0, 5)
                .mapToObj(_ -> lead(Map.of("intent", "buy", "financing", "CASH")))
                .toList();
        send(post(PATH + "/versions"), 0, Map.of("terms", terms(55, 5, 10, 10, 20, 55, 40, 20)))
                .andExpect(status().isOk());
        await().atMost(PATIENCE).until(this::scoredAnew);
        // As a crash leaves it: some leads still stand under the older version, and the task comes again.
        agency.inTransaction(() -> {
            db.sql("update standing set scorecard_version = 1 where lead_id = any(:leads)")
                    .param("leads", all.subList(0, 2).toArray(UUID[]::new))
                    .update();
        });
        var rescoring = agency.inTransaction(() -> rescorings.newest()).orElseThrow();
        var before = rows();

        agency.inScope(() -> {
            scoreAnew.run(rescoring.id());
            scoreAnew.run(rescoring.id());
            return true;
        });

        assertThat(scoredAnew()).isTrue();
        assertThat(rows())
                .as("a score that this version gave is not given again")
                .isEqualTo(before);
        assertThat(all).allSatisfy(lead -> assertThat(grade(lead)).isEqualTo(Grade.HOT));
    }

    @Test
    void a_newer_version_takes_the_scoring_over() throws Exception {
        IntStream.range(0, 20).forEach(_ -> lead(Map.of("intent", "buy", "financing", "CASH")));
        send(post(PATH + "/versions"), 0, Map.of("terms", terms(55, 5, 10, 10, 20, 55, 40, 20)))
                .andExpect(status().isOk());
        send(post(PATH + "/versions"), 1, Map.of("terms", terms(5, 55, 10, 10, 20, 55, 40, 20)))
                .andExpect(status().isOk());

        await().atMost(PATIENCE).until(this::scoredAnew);
        await().atMost(PATIENCE)
                .until(() ->
                        agency.inTransaction(() -> db.sql("select count(*) from rescoring where finished_at is null")
                                        .query(Long.class)
                                        .single())
                                == 0);
        assertThat(agency.inTransaction(() -> db.sql("select distinct scorecard_version from standing")
                        .query(Integer.class)
                        .list()))
                .containsExactly(3);
    }

    @Test
    void needs_and_caps_hold_after_publishing_and_another_agency_sees_none_of_it() throws Exception {
        var reachable = lead(Map.of("intent", "buy", "financing", "CASH", "contact.phone", "+15125550199"));
        var unknown = lead(Map.of("intent", "buy", "financing", "CASH"));
        var wanted = new java.util.HashMap<String, Object>(terms(60, 5, 5, 10, 20, 60, 40, 20));
        wanted.put("hotNeeds", List.of(Known.CONTACT));
        send(post(PATH + "/versions"), 0, Map.of("terms", wanted)).andExpect(status().isOk());
        await().atMost(PATIENCE).until(this::scoredAnew);

        assertThat(grade(reachable)).isEqualTo(Grade.HOT);
        assertThat(grade(unknown)).isEqualTo(Grade.WARM);
        assertThat(agency.inScope(() -> facts.qualification(unknown))
                        .orElseThrow()
                        .limits())
                .singleElement()
                .satisfies(limit -> assertThat(limit.missing()).isEqualTo(Known.CONTACT));
        var stranger = agencies.fresh();
        token = token(stranger.email(), stranger.slug());
        ask(get(PATH)).andExpect(jsonPath("$.versions.length()").value(1));
        assertThat(read(send(post(PATH + "/preview"), null, wanted))
                        .path("leads")
                        .asInt())
                .isZero();
    }

    private UUID lead(Map<String, ?> known) {
        var by = agency.owner().memberId();
        return agency.inTransaction(() -> {
            var lead = leads.create(NewLead.anonymous(Source.WEB_CHAT));
            facts.apply(
                    lead,
                    null,
                    known.entrySet().stream()
                            .map(fact ->
                                    NewFact.byHand(fact.getKey(), fact.getValue(), String.valueOf(fact.getValue()), by))
                            .toList());
            return lead;
        });
    }

    private Grade grade(UUID lead) {
        return agency.inScope(() -> facts.qualification(lead)).orElseThrow().grade();
    }

    private boolean scoredAnew() {
        return agency.inTransaction(() -> rescorings.newest().orElseThrow().finishedAt() != null);
    }

    private long rows() {
        return agency.inTransaction(() ->
                db.sql("select count(*) from qualification").query(Long.class).single());
    }

    /** The weights in the order of {@link Criterion}, then where the bands begin. */
    private static Map<String, Object> terms(int... numbers) {
        var weights = Arrays.stream(Criterion.values())
                .map(criterion -> Map.of("criterion", criterion, "points", numbers[criterion.ordinal()]))
                .toList();
        return Map.of(
                "weights",
                weights,
                "hot",
                numbers[5],
                "warm",
                numbers[6],
                "nurture",
                numbers[7],
                "minimum",
                List.of("INTENT", "AREA", "PRICE_OR_SIZE"),
                "hotNeeds",
                List.of(),
                "warmNeeds",
                List.of(),
                "caps",
                List.of());
    }

    private ResultActions send(MockHttpServletRequestBuilder request, Integer revision, Map<String, ?> body)
            throws Exception {
        if (revision != null) request.header("If-Match", "\"" + revision + "\"");
        return ask(request.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body)));
    }

    private ResultActions ask(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.header("Authorization", "Bearer " + token));
    }

    private JsonNode read(ResultActions answer) throws Exception {
        return json.readTree(
                answer.andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }

    private String token(String email, String slug) throws Exception {
        var answer = http.perform(post("/api/token")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(
                                Map.of("email", email, "password", TestAgencies.PASSWORD, "agency", slug))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return json.readTree(answer).path("accessToken").asString();
    }
}
