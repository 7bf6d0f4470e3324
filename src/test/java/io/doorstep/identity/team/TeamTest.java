package io.doorstep.identity.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.SettableClock;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.json.JsonMapper;

@DoorstepTest
class TeamTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    HandOverRest rest;

    @Autowired
    JdbcClient db;

    @Autowired
    JsonMapper json;

    @Autowired
    SettableClock clock;

    Staff staff;
    TestAgency agency;
    Cookie owner;

    @BeforeEach
    void anOwner() throws Exception {
        staff = new Staff(http, json);
        agency = agencies.fresh();
        owner = staff.signIn(agency.email(), agency.slug());
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void a_changed_role_acts_at_the_next_request() throws Exception {
        var ada = staff.colleague(owner, "Ada Agent", "AGENT");

        role(owner, ada.id(), "ADMIN").andExpect(status().isNoContent());

        staff.send(ada.session(), get("/api/me"), null)
                .andExpect(jsonPath("$.member.role").value("ADMIN"));
        assertThat(actions()).contains("member.role-changed");
    }

    @Test
    void who_is_deactivated_is_out_at_once_and_back_only_when_taken_back() throws Exception {
        var ada = staff.colleague(owner, "Ada Agent", "AGENT");

        deactivate(owner, ada.id(), null).andExpect(status().isNoContent());

        staff.send(ada.session(), get("/api/me"), null).andExpect(status().isUnauthorized());
        signIn(ada.email()).andExpect(status().isForbidden());
        staff.send(owner, post("/api/team/members/" + ada.id() + "/reactivate"), null)
                .andExpect(status().isNoContent());
        staff.send(ada.session(), get("/api/me"), null).andExpect(status().isUnauthorized());
        signIn(ada.email()).andExpect(status().isOk());
        assertThat(actions()).contains("member.deactivated", "member.reactivated");
    }

    @Test
    void all_that_a_leaving_member_held_goes_to_whom_is_named() throws Exception {
        var ada = staff.colleague(owner, "Ada Agent", "AGENT");
        var ben = staff.colleague(owner, "Ben Agent", "AGENT");
        leads(ada.session(), 3);
        var appointment = booked(ada.id(), leadOf(ada.id()), Duration.ofDays(2));
        assertThat(held(ada.id()))
                .containsEntry("leads", 3)
                .containsEntry("open deals", 3)
                .containsEntry("next actions", 3)
                .containsEntry("appointments to come", 1);

        deactivate(owner, ada.id(), ben.id()).andExpect(status().isNoContent());

        assertThat(held(ada.id())).isEmpty();
        assertThat(held(ben.id())).containsEntry("leads", 3).containsEntry("next actions", 3);
        assertThat(number("select count(*) from appointment where id = '%s' and member_id = '%s'"
                        .formatted(appointment, ben.id())))
                .isEqualTo(1);
        assertThat(text("select reason from appointment_change where appointment_id = '%s' order by seq desc limit 1"
                        .formatted(appointment)))
                .isEqualTo("Handed over to Ben Agent");
    }

    @Test
    void by_turn_each_lead_goes_with_its_deal_to_one_of_those_who_take_leads() throws Exception {
        var ada = staff.colleague(owner, "Ada Agent", "AGENT");
        var ben = staff.colleague(owner, "Ben Agent", "AGENT");
        var cleo = staff.colleague(owner, "Cleo Agent", "AGENT");
        leads(ada.session(), 6);
        db(agency, "update member set taking_leads = false where role = 'OWNER'");

        deactivate(owner, ada.id(), null).andExpect(status().isNoContent());

        assertThat(held(ben.id())).containsEntry("leads", 3).containsEntry("open deals", 3);
        assertThat(held(cleo.id())).containsEntry("leads", 3).containsEntry("open deals", 3);
        assertThat(number("select count(*) from lead l join deal d on d.lead_id = l.id where d.owner_id <> l.owner_id"))
                .isZero();
    }

    @Test
    void where_nobody_has_time_for_an_appointment_nothing_changes() throws Exception {
        var ada = staff.colleague(owner, "Ada Agent", "AGENT");
        var ben = staff.colleague(owner, "Ben Agent", "AGENT");
        leads(ada.session(), 1);
        booked(ada.id(), leadOf(ada.id()), Duration.ofDays(2));
        booked(ben.id(), leadOf(ada.id()), Duration.ofDays(2));

        deactivate(owner, ada.id(), ben.id())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:appointments-clash"))
                .andExpect(jsonPath("$.appointments.length()").value(1));

        staff.send(ada.session(), get("/api/me"), null).andExpect(status().isOk());
        assertThat(held(ada.id())).containsEntry("leads", 1);
        assertThat(actions()).doesNotContain("member.deactivated");
        deactivate(owner, ada.id(), null).andExpect(status().isNoContent());
    }

    @Test
    void what_came_in_the_moment_of_leaving_goes_on_too() throws Exception {
        var ada = staff.colleague(owner, "Ada Agent", "AGENT");
        leads(owner, 1);
        deactivate(owner, ada.id(), null).andExpect(status().isNoContent());
        db(agency, "update lead set owner_id = '%s'".formatted(ada.id()));
        db(agency, "update deal set owner_id = '%s'".formatted(ada.id()));

        agency.inScope(() -> {
            rest.run(ada.id());
            return true;
        });

        assertThat(held(ada.id())).isEmpty();
    }

    @Test
    void a_viewer_holds_nothing_so_becoming_one_hands_over() throws Exception {
        var ada = staff.colleague(owner, "Ada Agent", "AGENT");
        leads(ada.session(), 1);

        role(owner, ada.id(), "VIEWER")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("handOver"));
        staff.send(
                        owner,
                        put("/api/team/members/" + ada.id() + "/role"),
                        Map.of("role", "VIEWER", "handOver", Map.of()))
                .andExpect(status().isNoContent());

        assertThat(held(ada.id())).isEmpty();
    }

    @Test
    void nobody_takes_leads_who_is_not_there_or_may_not() throws Exception {
        var ada = staff.colleague(owner, "Ada Agent", "AGENT");
        var vera = staff.colleague(owner, "Vera Viewer", "VIEWER");
        leads(ada.session(), 1);

        for (var heir : List.of(
                vera.id(), ada.id(), UUID.randomUUID(), agencies.fresh().owner().memberId())) {
            deactivate(owner, ada.id(), heir)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.errors[0].field").value("handOverTo"));
        }
    }

    @Test
    void admins_touch_no_owner_and_make_none_and_agents_nobody() throws Exception {
        var admin = staff.colleague(owner, "Adam Admin", "ADMIN");
        var agent = staff.colleague(owner, "Ada Agent", "AGENT");
        var chief = agency.owner().memberId();

        role(admin.session(), chief, "AGENT").andExpect(jsonPath("$.type").value("urn:doorstep:problem:owner-needed"));
        deactivate(admin.session(), chief, null).andExpect(status().isForbidden());
        role(admin.session(), agent.id(), "OWNER").andExpect(status().isForbidden());
        role(admin.session(), agent.id(), "ADMIN").andExpect(status().isNoContent());
        var ben = staff.colleague(owner, "Ben Agent", "AGENT");
        role(ben.session(), admin.id(), "AGENT").andExpect(status().isForbidden());
        deactivate(ben.session(), admin.id(), null).andExpect(status().isForbidden());
    }

    @Test
    void a_member_of_another_agency_is_not_there() throws Exception {
        var theirs = agencies.fresh().owner().memberId();

        for (var id : List.of(theirs, UUID.randomUUID())) {
            role(owner, id, "AGENT").andExpect(status().isNotFound());
            deactivate(owner, id, null).andExpect(status().isNotFound());
            staff.send(owner, post("/api/team/members/" + id + "/reactivate"), null)
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void the_last_owner_stays_one() throws Exception {
        role(owner, agency.owner().memberId(), "ADMIN")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:last-owner"));
        deactivate(owner, agency.owner().memberId(), null)
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:own-membership"));
    }

    @Test
    void the_database_keeps_an_owner_whoever_writes() {
        for (var sql : List.of("update member set role = 'AGENT'", "update member set status = 'REMOVED'")) {
            assertThatThrownBy(() -> db(agency, sql))
                    .rootCause()
                    .hasMessageContaining("an agency keeps an active owner");
        }
        assertThat(number("select count(*) from member where role = 'OWNER' and status = 'ACTIVE'"))
                .isEqualTo(1);
    }

    @Test
    void of_two_owners_who_unmake_each_other_at_once_one_stays() throws Exception {
        for (var round = 0; round < 3; round++) {
            var other = staff.colleague(owner, "Otto Owner " + round, "OWNER");
            List<Callable<Integer>> both = List.of(
                    () -> role(owner, other.id(), "ADMIN")
                            .andReturn()
                            .getResponse()
                            .getStatus(),
                    () -> role(other.session(), agency.owner().memberId(), "ADMIN")
                            .andReturn()
                            .getResponse()
                            .getStatus());

            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                assertThat(threads.invokeAll(both).stream()
                                .map(Future::resultNow)
                                .toList())
                        .contains(204)
                        .isSubsetOf(204, 403, 409);
            }

            assertThat(number("select count(*) from member where role = 'OWNER' and status = 'ACTIVE'"))
                    .isEqualTo(1);
            db(
                    agency,
                    "update member set role = 'OWNER' where id = '%s'"
                            .formatted(agency.owner().memberId()));
            db(agency, "update member set role = 'ADMIN' where id = '%s'".formatted(other.id()));
            owner = staff.signIn(agency.email(), agency.slug());
        }
    }

    /** By raw SQL there is no lock before the trigger's own. */
    @Test
    void of_two_statements_that_unmake_the_last_two_owners_one_is_refused() throws Exception {
        var other = staff.colleague(owner, "Otto Owner", "OWNER");
        var bothWrote = new java.util.concurrent.CountDownLatch(2);
        List<Callable<Boolean>> both = List.of(agency.owner().memberId(), other.id()).stream()
                .<Callable<Boolean>>map(id -> () -> {
                    try {
                        agency.inTransaction(() -> {
                            db.sql("update member set role = 'AGENT' where id = :id")
                                    .param("id", id)
                                    .update();
                            bothWrote.countDown();
                            try {
                                bothWrote.await();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });
                        return true;
                    } catch (RuntimeException refused) {
                        return false;
                    }
                })
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(both).stream().map(Future::resultNow)).containsExactlyInAnyOrder(true, false);
        }
    }

    private ResultActions role(Cookie by, UUID id, String role) throws Exception {
        return staff.send(by, put("/api/team/members/" + id + "/role"), Map.of("role", role));
    }

    private ResultActions deactivate(Cookie by, UUID id, UUID to) throws Exception {
        return staff.send(
                by,
                post("/api/team/members/" + id + "/deactivate"),
                Map.of("handOver", to == null ? Map.of() : Map.of("to", to)));
    }

    private ResultActions signIn(String email) throws Exception {
        return staff.send(
                null,
                post("/api/sign-in"),
                Map.of("email", email, "password", TestAgencies.PASSWORD, "agency", agency.slug()));
    }

    private void leads(Cookie by, int count) throws Exception {
        for (var n = 0; n < count; n++) {
            var request = post("/api/leads")
                    .header("Idempotency-Key", UUID.randomUUID().toString());
            staff.send(
                            by,
                            request,
                            Map.of(
                                    "name",
                                    "Lead " + n,
                                    "email",
                                    "lead-" + UUID.randomUUID() + "@x.example",
                                    "pipeline",
                                    "BUYER"))
                    .andExpect(status().is2xxSuccessful());
        }
    }

    private UUID leadOf(UUID member) {
        return agency.inTransaction(() -> db.sql("select id from lead where owner_id = :member limit 1")
                .param("member", member)
                .query(UUID.class)
                .single());
    }

    private UUID booked(UUID member, UUID lead, Duration ahead) {
        var id = UUID.randomUUID();
        var start = Instant.now().plus(ahead).truncatedTo(java.time.temporal.ChronoUnit.HOURS);
        db(agency, """
                insert into appointment (id, lead_id, member_id, kind, starts_at, ends_at, time_zone, status, created_at)
                values ('%s', '%s', '%s', 'CALL', '%s', '%s', 'America/Chicago', 'BOOKED', now())
                """.formatted(id, lead, member, start, start.plus(Duration.ofHours(1))));
        return id;
    }

    private Map<String, Integer> held(UUID member) throws Exception {
        var held = new HashMap<String, Integer>();
        staff.read(staff.send(owner, get("/api/team/members/" + member + "/holdings"), null))
                .forEach(one ->
                        held.put(one.path("what").asString(), one.path("count").asInt()));
        return held;
    }

    private void db(TestAgency agency, String sql) {
        agency.inTransaction(() -> db.sql(sql).update());
    }

    private long number(String sql) {
        return agency.inTransaction(() -> db.sql(sql).query(Long.class).single());
    }

    private String text(String sql) {
        return agency.inTransaction(() -> db.sql(sql).query(String.class).single());
    }

    private List<String> actions() {
        return agency.inTransaction(() -> db.sql("select action from audit_entry order by seq")
                .query(String.class)
                .list());
    }
}
