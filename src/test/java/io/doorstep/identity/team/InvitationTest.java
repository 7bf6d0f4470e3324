package io.doorstep.identity.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.SettableClock;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import jakarta.servlet.http.Cookie;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

@DoorstepTest
class InvitationTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    JdbcClient db;

    @Autowired
    JsonMapper json;

    @Autowired
    SettableClock clock;

    Staff staff;
    TestAgency agency;
    Cookie owner;
    String email;

    @BeforeEach
    void anOwner() throws Exception {
        staff = new Staff(http, json);
        agency = agencies.fresh();
        owner = staff.signIn(agency.email(), agency.slug());
        email = "nina-" + Long.toString(System.nanoTime(), 36) + "@new.example";
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void who_follows_the_link_sets_name_and_password_and_is_on_the_team() throws Exception {
        var token = staff.invite(owner, email, "AGENT");
        staff.send(null, post("/api/invitations/look"), Map.of("token", token))
                .andExpect(jsonPath("$.agency").value(agency.settings().name()))
                .andExpect(jsonPath("$.email").value(email))
                .andExpect(jsonPath("$.invitedBy").value("Olive Owner"));

        var answer = staff.accept(token, "Nina New")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.member.role").value("AGENT"))
                .andExpect(jsonPath("$.agency.slug").value(agency.slug()))
                .andReturn()
                .getResponse();

        staff.send(answer.getCookie("__Host-doorstep"), get("/api/me"), null).andExpect(status().isOk());
        assertThat(actions()).containsSubsequence("invitation.sent", "member.joined", "member.signed-in");
    }

    @Test
    void a_link_works_once() throws Exception {
        var token = staff.invite(owner, email, "AGENT");
        staff.accept(token, "Nina New").andExpect(status().isCreated());

        staff.accept(token, "Nina New")
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:invitation-gone"));
    }

    @Test
    void of_two_who_follow_it_at_once_one_comes_in() throws Exception {
        var token = staff.invite(owner, email, "AGENT");

        List<Callable<Integer>> both = List.of(() -> accepted(token), () -> accepted(token));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(both).stream().map(one -> {
                try {
                    return one.get();
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            });
            assertThat(answers).containsExactlyInAnyOrder(201, 404);
        }
        assertThat(count("select count(*) from member")).isEqualTo(2);
    }

    @Test
    void somebody_of_another_agency_joins_signed_in_and_can_switch() throws Exception {
        var other = agencies.fresh();
        var session = staff.signIn(other.email(), other.slug());
        var token = staff.invite(owner, other.email(), "ADMIN");

        var answer = staff.send(session, post("/api/invitations/accept"), Map.of("token", token))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.agency.slug").value(agency.slug()))
                .andExpect(jsonPath("$.agencies.length()").value(2))
                .andReturn()
                .getResponse();
        staff.send(answer.getCookie("__Host-doorstep"), post("/api/me/agency"), Map.of("slug", other.slug()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.agency.slug").value(other.slug()));
    }

    @Test
    void a_session_of_another_person_does_not_take_the_invitation() throws Exception {
        var other = agencies.fresh();
        var token = staff.invite(owner, email, "AGENT");

        staff.send(staff.signIn(other.email(), other.slug()), post("/api/invitations/accept"), Map.of("token", token))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:other-person"));
    }

    @Test
    void an_address_with_an_account_needs_that_accounts_password() throws Exception {
        var other = agencies.fresh();
        var token = staff.invite(owner, other.email(), "AGENT");

        staff.send(
                        null,
                        post("/api/invitations/accept"),
                        Map.of("token", token, "name", "Mallory", "password", "quite another password"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("password"));
        staff.accept(token, "Olive Owner").andExpect(status().isCreated());
    }

    @Test
    void inviting_an_address_with_an_account_looks_like_inviting_any() throws Exception {
        var account = agencies.fresh().email();
        var known =
                staff.read(staff.send(owner, post("/api/team/invitations"), Map.of("email", account, "role", "AGENT")));
        var unknown =
                staff.read(staff.send(owner, post("/api/team/invitations"), Map.of("email", email, "role", "AGENT")));

        assertThat(known.propertyNames()).isEqualTo(unknown.propertyNames());
        assertThat(seenAs(Staff.mailed(account, 1))).isEqualTo(seenAs(Staff.mailed(email, 1)));
    }

    private String seenAs(String token) throws Exception {
        return look(token)
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("\"email\":\"[^\"]*\"|\"expiresAt\":\"[^\"]*\"", "");
    }

    @Test
    void sending_it_again_ends_the_former_link_and_withdrawing_ends_both() throws Exception {
        var first = staff.invite(owner, email, "AGENT");
        var id = waitingId();

        staff.send(owner, post("/api/team/invitations/" + id + "/resend"), null).andExpect(status().isOk());
        var second = Staff.mailed(email, 2);
        look(first).andExpect(status().isNotFound());
        look(second).andExpect(status().isOk());
        staff.send(owner, delete("/api/team/invitations/" + id), null).andExpect(status().isNoContent());

        look(second).andExpect(status().isNotFound());
        assertThat(actions()).contains("invitation.sent", "invitation.sent-again", "invitation.withdrawn");
    }

    @Test
    void after_seven_days_it_is_gone() throws Exception {
        var token = staff.invite(owner, email, "AGENT");

        clock.forward(Duration.ofDays(7).plusSeconds(1));

        look(token).andExpect(status().isNotFound());
        staff.accept(token, "Nina New").andExpect(status().isNotFound());
    }

    @Test
    void a_link_of_one_agency_opens_no_other() throws Exception {
        var token = Base64.getUrlDecoder().decode(staff.invite(owner, email, "AGENT"));
        var other = agencies.fresh().tenant().value();
        var forged = ByteBuffer.wrap(token)
                .putLong(other.getMostSignificantBits())
                .putLong(other.getLeastSignificantBits())
                .array();

        look(Base64.getUrlEncoder().withoutPadding().encodeToString(forged)).andExpect(status().isNotFound());
        look("not a token").andExpect(status().isNotFound());
    }

    @Test
    void the_database_keeps_no_link() throws Exception {
        var token = staff.invite(owner, email, "AGENT");

        assertThat(agency.inTransaction(() -> db.sql("select string_agg(i::text, '') from invitation i")
                        .query(String.class)
                        .single()))
                .doesNotContain(token);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not an address | AGENT | | email",
                "a@b.example | CHIEF | | role",
                "a@b.example | AGENT | see https://x.example | note",
                "a@b.example | AGENT | see www.x.example | note",
                "OWNER | AGENT | | email",
            })
    void what_is_wrong_with_an_invitation_is_named(String address, String role, String note, String field)
            throws Exception {
        var body = Map.of(
                "email", address.equals("OWNER") ? agency.email() : address,
                "role", role,
                "note", note == null ? "" : note);
        staff.send(owner, post("/api/team/invitations"), body)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value(field));
    }

    @Test
    void a_second_invitation_of_the_same_address_is_refused() throws Exception {
        staff.invite(owner, email, "AGENT");

        staff.send(owner, post("/api/team/invitations"), Map.of("email", email.toUpperCase(), "role", "ADMIN"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].message")
                        .value("is invited already; send that invitation again instead."));
    }

    @Test
    void agents_neither_invite_nor_see_who_is_invited_and_admins_invite_no_owner() throws Exception {
        var agent = staff.colleague(owner, "Ada Agent", "AGENT");
        var admin = staff.colleague(owner, "Adam Admin", "ADMIN");
        staff.invite(owner, email, "AGENT");

        staff.send(agent.session(), post("/api/team/invitations"), Map.of("email", "x@y.example", "role", "AGENT"))
                .andExpect(status().isForbidden());
        staff.send(agent.session(), get("/api/team/members"), null)
                .andExpect(jsonPath("$.people.length()").value(3))
                .andExpect(jsonPath("$.invitations.length()").value(0));
        staff.send(admin.session(), get("/api/team/members"), null)
                .andExpect(jsonPath("$.invitations.length()").value(1));
        staff.send(admin.session(), post("/api/team/invitations"), Map.of("email", "x@y.example", "role", "OWNER"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:owner-needed"));
    }

    @Test
    void inviting_an_owner_asks_for_a_fresh_proof() throws Exception {
        clock.forward(Duration.ofMinutes(20));

        staff.send(owner, post("/api/team/invitations"), Map.of("email", email, "role", "OWNER"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:step-up-needed"));
    }

    @Test
    void there_is_an_end_to_inviting() throws Exception {
        agency.inTransaction(
                () -> db.sql("""
                        insert into invitation (id, email, role, token_hash, invited_by, created_at, sent_at, expires_at)
                        select gen_random_uuid(), n || '@crowd.example', 'AGENT', sha256(n::text::bytea), :by, now(), now(), now() + interval '1 day'
                          from generate_series(1, 50) n
                        """).param("by", agency.owner().memberId()).update());

        staff.send(owner, post("/api/team/invitations"), Map.of("email", email, "role", "AGENT"))
                .andExpect(status().isTooManyRequests());
    }

    private int accepted(String token) throws Exception {
        return staff.accept(token, "Nina New").andReturn().getResponse().getStatus();
    }

    private org.springframework.test.web.servlet.ResultActions look(String token) throws Exception {
        return staff.send(null, post("/api/invitations/look"), Map.of("token", token));
    }

    private UUID waitingId() {
        return agency.inTransaction(
                () -> db.sql("select id from invitation").query(UUID.class).single());
    }

    private long count(String sql) {
        return agency.inTransaction(() -> db.sql(sql).query(Long.class).single());
    }

    private List<String> actions() {
        return agency.inTransaction(() -> db.sql("select action from audit_entry order by seq")
                .query(String.class)
                .list());
    }
}
