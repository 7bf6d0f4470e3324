package io.doorstep.identity.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.identity.Access;
import io.doorstep.identity.AddMember;
import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Proof;
import io.doorstep.identity.Role;
import io.doorstep.platform.Refused;
import io.doorstep.tenancy.Gate;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.SettableClock;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DoorstepTest
class ApiKeysTest {

    @Autowired
    MockMvc http;

    @Autowired
    MakeApiKey make;

    @Autowired
    ApiKeys keys;

    @Autowired
    AddMember addMember;

    @Autowired
    TestAgencies agencies;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    @Gate
    JdbcClient gate;

    TestAgency agency;

    @BeforeEach
    void agency() {
        agency = agencies.fresh();
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void a_key_does_what_its_scopes_say_and_nothing_else() throws Exception {
        var key = keyWith("leads:read");

        http.perform(get("/api/leads").header("Authorization", key)).andExpect(status().isOk());
        http.perform(post("/api/leads")
                        .header("Authorization", key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:scope-missing"))
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("leads:write")));
        http.perform(get("/api/board").header("Authorization", key)).andExpect(status().isForbidden());
        http.perform(get("/api/me").header("Authorization", key))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:not-for-keys"));
    }

    @Test
    void a_key_never_makes_sees_or_revokes_keys_and_never_brings_a_page_its_data() throws Exception {
        var key = keyWithAllScopes(agency.owner());

        for (var request : List.of(
                get("/api/settings/api-keys"),
                post("/api/settings/api-keys")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"x\", \"scopes\": [\"leads:read\"]}"),
                delete("/api/settings/api-keys/" + agency.owner().memberId()))) {
            http.perform(request.header("Authorization", key)).andExpect(status().isForbidden());
        }
        assertThat(http.perform(get("/board").header("Authorization", key))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .doesNotContain(agency.email());
    }

    @Test
    void a_revoked_key_opens_nothing_at_once() throws Exception {
        var made = make(agency.owner(), List.of("leads:read"), null);
        http.perform(get("/api/leads").header("Authorization", "Bearer " + made.text()))
                .andExpect(status().isOk());

        TenantScope.runIn(agency.tenant(), () -> make.revoke(withSession(agency.owner(), clock.instant()), made.id()));

        http.perform(get("/api/leads").header("Authorization", "Bearer " + made.text()))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void a_key_ends_on_its_day_even_while_it_is_remembered() {
        var made = make(agency.owner(), List.of("leads:read"), clock.instant().plusSeconds(3));
        assertThat(keys.memberOf(made.text(), "192.0.2.1")).isPresent();

        clock.forward(Duration.ofSeconds(4));

        assertThat(keys.memberOf(made.text(), "192.0.2.1")).isEmpty();
    }

    @Test
    void a_key_stops_with_its_maker_visibly_and_does_not_start_again_with_him() throws Exception {
        var admin = addAdmin();
        var made = make(admin, List.of("leads:read"), null);
        assertThat(keys.memberOf(made.text(), "192.0.2.1")).isPresent();

        for (var status : List.of("REMOVED", "ACTIVE")) {
            agency.inTransaction(() -> {
                db.sql("update member set status = :status where id = :id")
                        .param("status", status)
                        .param("id", admin.memberId())
                        .update();
            });
            keys.accessChanged(_ -> true);

            assertThat(keys.memberOf(made.text(), "192.0.2.1")).as(status).isEmpty();
        }
        assertThat(keys.of(agency.tenant()))
                .singleElement()
                .extracting(ApiKeys.Key::revokedFor)
                .isEqualTo("MAKER_LEFT");
    }

    @Test
    void a_key_never_may_more_than_its_maker_may_now() {
        var admin = addAdmin();
        var key = keyWithAllScopes(admin);
        assertThat(keys.memberOf(key.substring(7), "192.0.2.1"))
                .get()
                .extracting(CurrentMember::role)
                .isEqualTo(Role.ADMIN);

        agency.inTransaction(() -> {
            db.sql("update member set role = 'VIEWER' where id = :id")
                    .param("id", admin.memberId())
                    .update();
        });
        keys.accessChanged(_ -> true);

        assertThat(keys.memberOf(key.substring(7), "192.0.2.1"))
                .get()
                .extracting(CurrentMember::role)
                .isEqualTo(Role.VIEWER);
    }

    @Test
    void making_asks_for_an_admin_a_fresh_proof_known_scopes_and_an_end_within_a_year() {
        var owner = agency.owner();
        var fresh = withSession(owner, clock.instant());

        refused(
                "step-up-needed",
                withSession(owner, clock.instant().minus(Duration.ofMinutes(11))),
                List.of("leads:read"),
                null);
        refused("session-needed", owner, List.of("leads:read"), null);
        refused(
                "role-may-not",
                new CurrentMember(owner.tenant(), owner.memberId(), owner.userId(), Role.AGENT, fresh.access()),
                List.of("leads:read"),
                null);
        refused("has no scope \"leads:delete\"", fresh, List.of("leads:delete"), null);
        refused("is over already", fresh, List.of("leads:read"), clock.instant().minusSeconds(1));
        refused(
                "more than a year",
                fresh,
                List.of("leads:read"),
                clock.instant().plus(Duration.ofDays(367)));
    }

    @Test
    void the_database_holds_the_hash_and_not_the_secret() {
        var made = make(agency.owner(), List.of("leads:read"), null);
        var secret = KeyText.parse(made.text()).orElseThrow().secret();

        var row = gate.sql("select k::text || encode(secret_hash, 'escape') from api_key k where id = :id")
                .param("id", made.id())
                .query(String.class)
                .single();

        assertThat(row).doesNotContain(secret);
    }

    @Test
    void a_guessed_key_is_nobodys() {
        var made = make(agency.owner(), List.of("leads:read"), null).text();
        var parsed = KeyText.parse(made).orElseThrow();
        var othersSecret = new KeyText(parsed.prefix(), "0".repeat(32)).shownOnce();

        for (var guess : List.of(
                othersSecret,
                made.substring(0, made.length() - 1),
                made + "0",
                made.toUpperCase(java.util.Locale.ROOT),
                "ds_live_",
                "ds_live_\u0000")) {
            assertThat(keys.memberOf(guess, "192.0.2.1")).as(guess).isEmpty();
        }
        assertThat(keys.memberOf(made, "192.0.2.1")).isPresent();
    }

    @Test
    void where_and_when_a_key_was_used_last_is_known_to_the_minute() {
        var made = make(agency.owner(), List.of("leads:read"), null);
        assertThat(keys.of(agency.tenant()))
                .singleElement()
                .extracting(ApiKeys.Key::lastUsedAt)
                .isNull();

        keys.memberOf(made.text(), "192.0.2.77");

        var used = keys.of(agency.tenant()).getFirst();
        assertThat(used.lastAddress()).isEqualTo("192.0.2.77");
        clock.forward(Duration.ofSeconds(40));
        keys.memberOf(made.text(), "192.0.2.78");
        assertThat(keys.of(agency.tenant()).getFirst().lastUsedAt()).isEqualTo(used.lastUsedAt());
    }

    @Test
    void another_agencys_key_is_none_to_revoke() {
        var other = agencies.fresh();
        var made = make(other.owner(), List.of("leads:read"), null);

        assertThatThrownBy(() -> TenantScope.runIn(
                        agency.tenant(), () -> make.revoke(withSession(agency.owner(), clock.instant()), made.id())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not-found");

        assertThat(keys.memberOf(made.text(), "192.0.2.1")).isPresent();
    }

    private void refused(String words, CurrentMember maker, List<String> scopes, @Nullable Instant expires) {
        assertThatThrownBy(() -> TenantScope.callIn(maker.tenant(), () -> make.by(maker, "Refused", scopes, expires)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(words);
    }

    private CurrentMember addAdmin() {
        var email = "admin-" + UUID.randomUUID() + "@x.example";
        var member = agency.inScope(() ->
                addMember.add("Ada Admin", email, TestAgencies.PASSWORD, Role.ADMIN, ZoneId.of("America/Chicago"), 2));
        return new CurrentMember(agency.tenant(), member.id(), member.userId(), Role.ADMIN);
    }

    private String keyWith(String... scopes) {
        return "Bearer " + make(agency.owner(), List.of(scopes), null).text();
    }

    private String keyWithAllScopes(CurrentMember maker) {
        var all = Arrays.stream(KeyScope.values()).map(KeyScope::code).toList();
        return "Bearer " + make(maker, all, null).text();
    }

    private MakeApiKey.Made make(CurrentMember maker, List<String> scopes, @Nullable Instant expires) {
        return TenantScope.callIn(
                maker.tenant(), () -> make.by(withSession(maker, clock.instant()), "A program", scopes, expires));
    }

    private static CurrentMember withSession(CurrentMember member, Instant provenAt) {
        var session = new Access.Session(UUID.randomUUID(), provenAt, Set.of(Proof.PASSWORD));
        return new CurrentMember(member.tenant(), member.memberId(), member.userId(), member.role(), session);
    }
}
