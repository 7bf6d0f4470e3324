package io.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.identity.AddMember;
import io.doorstep.identity.LiveSight;
import io.doorstep.identity.Role;
import io.doorstep.tenancy.Actor;
import io.doorstep.tenancy.Live;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** An agency whose agents see their own leads and those that are nobody's: Ana and Ben, each with a lead. */
@DoorstepTest
class AgentSightTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    AddMember addMember;

    @Autowired
    JdbcClient db;

    @Autowired
    JsonMapper json;

    @Autowired
    LiveSight sight;

    @Autowired
    TransactionTemplate transaction;

    TestAgency agency;
    Desk owner;
    Desk ana;
    Desk ben;
    UUID anasId;
    UUID bensId;
    String anasLead;
    String bensLead;

    @BeforeEach
    void two_agents_with_a_lead_each() throws Exception {
        agency = agencies.fresh();
        owner = Desk.of(agency, http, db, json);
        anasId = member("Ana", Role.AGENT);
        bensId = member("Ben", Role.AGENT);
        ana = desk("Ana");
        ben = desk("Ben");
        agentsSee("OWN");
        anasLead = enteredBy(ana, "Lena Ansel", "+1 512 555 0101");
        bensLead = enteredBy(ben, "Bruno Benson", "+1 512 555 0102");
    }

    @Test
    void a_colleagues_lead_answers_like_a_random_id() throws Exception {
        var deal = ben.text("select id::text from deal where lead_id = '%s'".formatted(bensLead));
        var paths = Map.of(
                "/api/leads/%s", bensLead,
                "/api/leads/%s/timeline", bensLead,
                "/api/deals/%s/moves", deal);

        for (var path : paths.entrySet()) {
            var random = UUID.randomUUID().toString();
            assertThat(ana.answerWithout(path.getValue(), path.getKey().formatted(path.getValue())))
                    .as(path.getKey())
                    .isEqualTo(ana.answerWithout(random, path.getKey().formatted(random)))
                    .startsWith("404");
            ben.perform(get(path.getKey().formatted(path.getValue()))).andExpect(status().isOk());
            owner.perform(get(path.getKey().formatted(path.getValue()))).andExpect(status().isOk());
        }
    }

    @Test
    void what_is_done_to_a_colleagues_lead_is_refused_like_a_random_id() throws Exception {
        var fact = Map.of("key", "note", "value", "x", "display", "x");
        var owned = Map.of("memberId", anasId.toString());
        var grade = Map.of("grade", "HOT", "reason", "because");
        for (var id : List.of(bensLead, UUID.randomUUID().toString())) {
            ana.send(put("/api/leads/" + id + "/owner"), owned).andExpect(status().isNotFound());
            ana.send(post("/api/leads/" + id + "/facts"), fact).andExpect(status().is4xxClientError());
            ana.send(put("/api/leads/" + id + "/grade"), grade).andExpect(status().isNotFound());
            ana.send(post("/api/appointments"), appointment(id, anasId)).andExpect(status().isNotFound());
        }
        assertThat(owner.text("select owner_id::text from lead where id = '%s'".formatted(bensLead)))
                .isEqualTo(bensId.toString());
    }

    @Test
    void lists_counts_and_search_know_own_leads_and_those_that_are_nobodys() throws Exception {
        var nobodys = owner.text("""
                with made as (insert into lead (id, name, source, created_at)
                              values (gen_random_uuid(), 'Nora Nobody', 'IMPORT', now()) returning id)
                select id::text from made""");

        assertThat(ids(ana.read("/api/leads"))).containsExactlyInAnyOrder(anasLead, nobodys);
        assertThat(ids(ana.read("/api/leads?q=bruno"))).isEmpty();
        assertThat(ids(ana.read("/api/leads?q=5550102"))).isEmpty();
        assertThat(ids(ana.read("/api/leads?q=nora"))).containsExactly(nobodys);
        assertThat(ana.read("/api/board").toString()).contains("Lena").doesNotContain("Bruno");
        assertThat(owner.read("/api/board").toString()).contains("Lena", "Bruno");
        var week = "?from=2026-01-01&to=2026-12-31";
        assertThat(ana.read("/api/analytics" + week).toString()).doesNotContain("Bruno");
    }

    @Test
    void the_setting_acts_at_once_on_those_who_are_signed_in() throws Exception {
        for (var round = 0; round < 3; round++) {
            agentsSee("ALL");
            ana.perform(get("/api/leads/" + bensLead)).andExpect(status().isOk());
            agentsSee("OWN");
            ana.perform(get("/api/leads/" + bensLead)).andExpect(status().isNotFound());
        }
        assertThat(owner.number("select count(*) from audit_entry where action = 'agency.agents-see'"))
                .isEqualTo(7);
    }

    @Test
    void only_owners_and_admins_choose_and_only_what_there_is_to_choose() throws Exception {
        ana.send(put("/api/settings/agent-sight"), Map.of("leadsSeen", "ALL")).andExpect(status().isForbidden());
        for (var body : List.<Map<String, Object>>of(
                Map.of("leadsSeen", "SOME"), Map.of(), Map.of("leadsSeen", "ALL", "more", 1))) {
            owner.send(put("/api/settings/agent-sight"), body).andExpect(status().is4xxClientError());
        }
        assertThat(ana.read("/api/settings/agent-sight").path("leadsSeen").asString())
                .isEqualTo("OWN");
    }

    @Test
    void an_agent_who_gives_a_lead_away_sees_it_no_more() throws Exception {
        ana.send(put("/api/leads/" + anasLead + "/owner"), Map.of("memberId", bensId.toString()))
                .andExpect(status().is2xxSuccessful());

        ana.perform(get("/api/leads/" + anasLead)).andExpect(status().isNotFound());
        ben.perform(get("/api/leads/" + anasLead)).andExpect(status().isOk());
    }

    @Test
    void of_many_who_give_a_lead_away_at_once_the_last_one_said_to_have_done_so_did() throws Exception {
        var members = List.of(anasId, bensId, agency.owner().memberId());
        var barrier = new CyclicBarrier(6);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var gifts = new ArrayList<Callable<Integer>>();
            for (var i = 0; i < 6; i++) {
                var to = members.get(i % 3).toString();
                gifts.add(() -> {
                    barrier.await();
                    return owner.send(put("/api/leads/" + anasLead + "/owner"), Map.of("memberId", to))
                            .andReturn()
                            .getResponse()
                            .getStatus();
                });
            }
            for (var answer : threads.invokeAll(gifts)) {
                assertThat(answer.get()).isIn(200, 204, 409);
            }
        }
        assertThat(members.stream().map(UUID::toString))
                .contains(owner.text("select owner_id::text from lead where id = '%s'".formatted(anasLead)));
    }

    @Test
    void a_lead_that_changes_hands_while_it_is_read_is_gone_from_the_next_statement_on() {
        as(
                anasId,
                Role.AGENT,
                () -> transaction.execute(_ -> {
                    assertThat(count("lead")).isEqualTo(1);
                    CompletableFuture.runAsync(() -> agency.inTransaction(() -> {
                                db.sql("update lead set owner_id = :ben")
                                        .param("ben", bensId)
                                        .update();
                            }))
                            .join();
                    assertThat(count("lead")).isZero();
                    assertThat(count("contact_point")).isZero();
                    return db.sql("update lead set name = 'Mine'").update();
                }));

        assertThat(owner.number("select count(*) from lead where name = 'Mine'"))
                .isZero();
    }

    @Test
    void a_colleagues_phone_number_is_said_to_be_taken_and_nothing_more() throws Exception {
        var answer = ana.send(
                        post("/api/leads").header("Idempotency-Key", UUID.randomUUID()),
                        Map.of("name", "Somebody", "phone", "+1 512 555 0102", "pipeline", "BUYER"))
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(answer).contains("lead-with-colleague").doesNotContain(bensLead, "Bruno", bensId.toString());
        assertThat(owner.number("select count(*) from lead")).isEqualTo(2);
    }

    @Test
    void a_colleagues_busy_time_is_busy_though_the_appointment_is_not_seen() throws Exception {
        ben.send(post("/api/appointments"), appointment(bensLead, bensId)).andExpect(status().isCreated());
        var slots = "/api/slots?member=" + bensId + "&days=14";

        assertThat(ana.read("/api/calendar?days=14").toString()).doesNotContain(bensLead);
        assertThat(ana.read(slots)).isEqualTo(owner.read(slots));
        ana.send(post("/api/appointments"), appointment(anasLead, bensId)).andExpect(status().isConflict());
    }

    @Test
    void a_live_event_about_a_colleagues_lead_is_not_heard() {
        var mine = new Live.Event("lead", Map.of("leadId", anasLead));
        var theirs = new Live.Event("lead", Map.of("leadId", bensLead));
        var gone = new Live.Event("sight", Map.of("memberId", anasId.toString()));
        var bensGone = new Live.Event("sight", Map.of("memberId", bensId.toString()));

        assertThat(as(anasId, Role.AGENT, () -> sight.seen(List.of(mine, theirs, gone, bensGone))))
                .containsExactly(mine, gone);
        assertThat(as(agency.owner().memberId(), Role.OWNER, () -> sight.seen(List.of(mine, theirs))))
                .containsExactly(mine, theirs);
    }

    @Test
    void a_viewer_sees_everything_and_the_database_lets_him_write_nothing() throws Exception {
        var vera = member("Vera", Role.VIEWER);
        var viewer = desk("Vera");

        viewer.perform(get("/api/leads/" + bensLead)).andExpect(status().isOk());
        viewer.send(put("/api/leads/" + bensLead + "/owner"), Map.of("memberId", vera.toString()))
                .andExpect(status().isForbidden());
        as(
                vera,
                Role.VIEWER,
                () -> transaction.execute(status -> {
                    for (var statement : List.of(
                            "update lead set name = 'Written'",
                            "set transaction read write",
                            "select 1 from lead for update")) {
                        var before = status.createSavepoint();
                        assertThatThrownBy(() -> db.sql(statement).update())
                                .as(statement)
                                .hasMessageContaining("read");
                        status.rollbackToSavepoint(before);
                    }
                    return count("lead");
                }));
        assertThat(owner.number("select count(*) from lead where name = 'Written'"))
                .isZero();
    }

    @Test
    void a_member_entered_inside_a_wider_transaction_is_refused() {
        agency.inTransaction(() -> assertThatThrownBy(() -> as(anasId, Role.AGENT, () -> count("lead")))
                .isInstanceOf(IllegalStateException.class));
    }

    private Map<String, Object> appointment(String lead, UUID member) {
        var monday = OffsetDateTime.now(ZONE)
                .plusDays(3)
                .with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.MONDAY))
                .withHour(10)
                .withMinute(0)
                .withSecond(0)
                .withNano(0);
        return Map.of(
                "leadId",
                lead,
                "memberId",
                member.toString(),
                "startsAt",
                monday.toString(),
                "minutes",
                30,
                "kind",
                "VIEWING");
    }

    private long count(String table) {
        return db.sql("select count(*) from " + table).query(Long.class).single();
    }

    private <T> T as(UUID member, Role role, java.util.function.Supplier<T> work) {
        return TenantScope.callLimited(agency.tenant(), new Actor(member, role.name(), "TOKEN", null), work::get);
    }

    private UUID member(String name, Role role) {
        return agency.inScope(() -> addMember
                .add(name, name.toLowerCase() + "@" + agency.slug() + ".example", TestAgencies.PASSWORD, role, ZONE, 2)
                .id());
    }

    private Desk desk(String name) throws Exception {
        return Desk.of(agency, name.toLowerCase() + "@" + agency.slug() + ".example", http, db, json);
    }

    private void agentsSee(String what) throws Exception {
        owner.send(put("/api/settings/agent-sight"), Map.of("leadsSeen", what)).andExpect(status().isOk());
    }

    private String enteredBy(Desk desk, String name, String phone) throws Exception {
        var answer = desk.send(
                        post("/api/leads").header("Idempotency-Key", UUID.randomUUID()),
                        Map.of("name", name, "phone", phone, "pipeline", "BUYER"))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return json.readTree(answer).path("id").asString();
    }

    private static List<String> ids(tools.jackson.databind.JsonNode page) {
        var ids = new ArrayList<String>();
        page.path("items").forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }
}
