package io.doorstep.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.identity.AddMember;
import io.doorstep.identity.Role;
import io.doorstep.tenancy.Sealing;
import io.doorstep.tenancy.audit.AuditLog;
import io.doorstep.tenancy.audit.VerifyAllChains;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.SettableClock;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import io.doorstep.testing.TestDatabase;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.json.JsonMapper;

@DoorstepTest
class AuditApiTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    AddMember addMember;

    @Autowired
    AuditLog log;

    @Autowired
    JsonMapper json;

    @Autowired
    SettableClock clock;

    TestAgency agency;
    Cookie owner;

    @BeforeEach
    void anOwner() throws Exception {
        agency = agencies.fresh();
        owner = signIn(agency.email());
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void entries_read_as_sentences_with_who_and_from_where() throws Exception {
        turnOffLeads();

        read("/api/audit")
                .andExpect(jsonPath("$.items[0].actor.name").value("Olive Owner"))
                .andExpect(jsonPath("$.items[0].did").value("turned taking leads off for Olive Owner"))
                .andExpect(jsonPath("$.items[0].address").value("127.0.0.1"))
                .andExpect(jsonPath("$.items[0].subject.type").value("member"))
                .andExpect(jsonPath("$.items[?(@.action == 'agency.founded')].actor.name")
                        .value("Doorstep"));
    }

    @Test
    void filters_find_by_who_what_when_and_where() throws Exception {
        turnOffLeads();
        var me = agency.owner().memberId();

        items("who=" + me)
                .extracting("action")
                .contains("member.taking-leads", "member.signed-in")
                .doesNotContain("agency.founded");
        items("who=system").extracting("action").containsExactly("agency.founded");
        items("what=member.taking-leads").hasSize(1);
        items("what=member").extracting("action").contains("member.taking-leads", "member.signed-in");
        items("address=127.0.0").isNotEmpty();
        items("address=10.").isEmpty();
        items("from=2001-01-01&to=2001-01-02").isEmpty();
        items("from=2001-01-01").isNotEmpty();
        items("to=2001-01-02").isEmpty();
    }

    @Test
    void pages_follow_each_other_without_gap_or_double_while_entries_come() throws Exception {
        for (var n = 0; n < 25; n++) {
            turnOffLeads();
        }
        var seen = new ArrayList<Long>();
        String cursor = "";
        do {
            var page = json.readTree(read("/api/audit?limit=10&cursor=" + cursor)
                    .andReturn()
                    .getResponse()
                    .getContentAsString());
            page.path("items").forEach(item -> seen.add(item.path("seq").asLong()));
            cursor = page.path("nextCursor").isNull()
                    ? null
                    : page.path("nextCursor").asString();
            turnOffLeads();
        } while (cursor != null);

        assertThat(seen)
                .hasSizeGreaterThan(25)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(seen.getLast()).isEqualTo(1);
        assertThat(seen.getFirst() - seen.getLast() + 1).isEqualTo(seen.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"who=nobody", "cursor=abc", "cursor=YWJj", "from=yesterday", "limit=0", "limit=5000"})
    void what_is_wrong_with_a_filter_is_named(String query) throws Exception {
        read("/api/audit?" + query)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value(query.substring(0, query.indexOf('='))));
    }

    @Test
    void the_chain_is_recomputed_for_the_page() throws Exception {
        read("/api/audit/chain")
                .andExpect(jsonPath("$.unbroken").value(true))
                .andExpect(jsonPath("$.entries").isNumber())
                .andExpect(jsonPath("$.head").isString());
    }

    @Test
    void csv_runs_no_formula_and_json_lines_carry_what_the_chain_is_made_of() throws Exception {
        agency.inTransaction(
                () -> log.record("thing.changed", "thing", "=1+1", Map.of("name", "=cmd|' /C calc'!A0, \"x\"")));

        var csv = read("/api/audit/export?format=CSV")
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"audit-log.csv\""))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var lines = read("/api/audit/export?format=JSONL&what=thing")
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(csv).contains(",'=1+1,").doesNotContain(",=").startsWith("seq,at,actor");
        assertThat(lines.lines())
                .hasSize(1)
                .first()
                .satisfies(
                        line -> assertThat(json.readTree(line).path("subject").asString())
                                .isEqualTo("=1+1"));
        items("what=audit.exported").hasSize(2);
    }

    @Test
    void an_export_asks_for_a_fresh_proof() throws Exception {
        clock.forward(Duration.ofMinutes(20));

        read("/api/audit/export?format=CSV")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:step-up-needed"));
        items("what=audit.exported").isEmpty();
    }

    @Test
    void agents_and_viewers_read_no_log() throws Exception {
        for (var role : List.of(Role.AGENT, Role.VIEWER)) {
            var email = role.name().toLowerCase(java.util.Locale.ROOT) + "@" + agency.slug() + ".example";
            agency.inScope(
                    () -> addMember.add("Ada", email, TestAgencies.PASSWORD, role, ZoneId.of("America/Chicago"), 2));
            var session = signIn(email);
            for (var path :
                    List.of("/api/audit", "/api/audit/actions", "/api/audit/chain", "/api/audit/export?format=CSV")) {
                http.perform(get(path).cookie(session)).andExpect(status().isForbidden());
            }
        }
    }

    @Test
    void the_log_of_one_agency_holds_nothing_of_another() throws Exception {
        var other = agencies.fresh();
        other.inTransaction(() -> log.record("thing.changed", "thing", "theirs", Map.of()));

        assertThat(read("/api/audit?limit=200").andReturn().getResponse().getContentAsString())
                .doesNotContain("theirs");
        items("who=" + other.owner().memberId()).isEmpty();
    }

    @Test
    void every_chain_is_verified_by_the_command_and_a_head_kept_elsewhere_is_asked_for() {
        var verify = VerifyAllChains.of(TestDatabase.shared(), Sealing.NONE);
        var said = new ArrayList<String>();

        assertThat(verify.run(agency.slug(), List.of(), said::add)).isZero();
        var head = said.getFirst().substring(said.getFirst().lastIndexOf(' ') + 1);
        assertThat(head).matches(agency.slug() + ":\\d+:[0-9a-f]{64}");
        assertThat(verify.run(null, List.of(head), line -> {})).isZero();
        assertThat(verify.run(agency.slug(), List.of(head.substring(0, head.length() - 1) + "x"), line -> {}))
                .isEqualTo(2);
        assertThat(verify.run("nobody-here", List.of(), line -> {})).isEqualTo(2);
        var other = head.substring(0, head.length() - 4) + (head.endsWith("0000") ? "1111" : "0000");
        assertThat(verify.run(agency.slug(), List.of(other), said::add)).isEqualTo(1);
        assertThat(said.get(said.size() - 2)).contains("BROKEN", agency.slug());
    }

    @Test
    void every_phrase_reads_as_a_sentence() {
        Sentence.PHRASES.forEach((action, phrase) -> {
            assertThat(action).matches("[a-z][a-z-]*\\.[a-z][a-z-]*");
            assertThat(Sentence.of(action, "thing", json.readTree("{}"))).isNotBlank();
        });
        assertThat(Sentence.of("thing.made-up", "some-thing", json.readTree("{\"name\": \"X\"}")))
                .isEqualTo("made up: some thing X");
        assertThat(Sentence.of(
                        "member.role-changed",
                        "member",
                        json.readTree("{\"name\": \"Ada $1\", \"from\": \"AGENT\", \"to\": \"ADMIN\"}")))
                .isEqualTo("made Ada $1 admin, was agent");
    }

    private org.assertj.core.api.ListAssert<Map<String, Object>> items(String query) throws Exception {
        List<Map<String, Object>> items = com.jayway.jsonpath.JsonPath.read(
                read("/api/audit?" + query).andReturn().getResponse().getContentAsString(), "$.items");
        return assertThat(items);
    }

    private ResultActions read(String path) throws Exception {
        return http.perform(get(path).cookie(owner));
    }

    private void turnOffLeads() throws Exception {
        http.perform(put("/api/team/" + agency.owner().memberId() + "/taking-leads")
                        .cookie(owner)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"takingLeads\": false}"))
                .andExpect(status().is2xxSuccessful());
    }

    private Cookie signIn(String email) throws Exception {
        return Objects.requireNonNull(http.perform(post("/api/sign-in")
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(Map.of("email", email, "password", TestAgencies.PASSWORD))))
                .andReturn()
                .getResponse()
                .getCookie("__Host-doorstep"));
    }
}
