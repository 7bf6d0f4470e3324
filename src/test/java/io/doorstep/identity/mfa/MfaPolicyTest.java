package io.doorstep.identity.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.identity.AddMember;
import io.doorstep.identity.Role;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.SettableClock;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DoorstepTest
class MfaPolicyTest {

    private static final String POLICY = "/api/settings/security";

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    AddMember addMember;

    @Autowired
    SettableClock clock;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void a_policy_leads_sessions_that_exist_to_enrolment_and_lets_them_in_after_it() {
        var agency = agencies.fresh();
        var owner = signedIn(agency.email());
        var agent = signedIn(member(agency, Role.AGENT));
        assertThat(owner.read(POLICY).<String>at("$.secondFactor")).isEqualTo("NOBODY");
        assertThat(owner.read(POLICY).<List<?>>at("$.without")).hasSize(2);

        assertThat(require(owner, "EVERYONE")).isEqualTo(200);

        for (var browser : List.of(owner, agent)) {
            for (var path : List.of("/api/board", "/api/leads", "/api/settings/agency", "/api/live", POLICY)) {
                assertThat(browser.read(path).code()).as(path).isEqualTo("mfa-enrolment-needed");
            }
            assertThat(browser.read("/api/me").status()).isEqualTo(200);
            assertThat(browser.read("/api/me/factors").<Boolean>at("$.required"))
                    .isTrue();
        }
        agent.newPasskey("Phone");
        assertThat(agent.read("/api/leads").status()).isEqualTo(200);
        var app = new CodeApp(owner.send("/api/me/totp", "").at("$.secret"), clock);
        owner.replace("/api/me/totp", "{\"code\": \"%s\"}".formatted(app.now()));
        assertThat(owner.read("/api/leads").status()).isEqualTo(200);
        assertThat(owner.read(POLICY).<List<?>>at("$.without")).isEmpty();
    }

    @Test
    void a_session_from_before_the_factor_shows_it_once_and_goes_on() {
        var agency = agencies.fresh();
        var laptop = signedIn(agency.email());
        var desktop = signedIn(agency.email());
        var passkey = laptop.newPasskey("Laptop");
        require(laptop, "ADMINS");

        assertThat(desktop.read("/api/leads").code()).isEqualTo("second-factor-needed");
        var challenge = desktop.send("/api/me/confirm/passkey-options", "").<String>at("$.challenge");
        desktop.send("/api/me/confirm", "{\"passkey\": %s}".formatted(passkey.get(challenge)));

        assertThat(desktop.read("/api/leads").status()).isEqualTo(200);
    }

    @Test
    void a_policy_for_admins_lets_agents_be() {
        var agency = agencies.fresh();
        var owner = signedIn(agency.email());
        var admin = signedIn(member(agency, Role.ADMIN));
        var agent = signedIn(member(agency, Role.AGENT));

        require(owner, "ADMINS");

        assertThat(admin.read("/api/leads").code()).isEqualTo("mfa-enrolment-needed");
        assertThat(agent.read("/api/leads").status()).isEqualTo(200);
        assertThat(agent.read("/api/me/factors").<Boolean>at("$.recommended")).isFalse();
        assertThat(admin.read("/api/me/factors").<Boolean>at("$.recommended")).isTrue();
    }

    @Test
    void the_policy_of_one_agency_holds_in_it_alone_and_a_switch_is_held_against_the_other() {
        var strict = agencies.fresh();
        var lax = agencies.fresh();
        require(signedIn(strict.email()), "EVERYONE");
        var email = member(lax, Role.AGENT);
        strict.inScope(() -> addMember.add("Ana Agent", email, TestAgencies.PASSWORD, Role.AGENT, zone(), 2));
        var browser = new Browser(http);
        browser.send(
                "/api/sign-in",
                "{\"email\": \"%s\", \"password\": \"%s\", \"agency\": \"%s\"}"
                        .formatted(email, TestAgencies.PASSWORD, lax.slug()));
        assertThat(browser.read("/api/leads").status()).isEqualTo(200);

        assertThat(browser.send("/api/me/agency", "{\"slug\": \"%s\"}".formatted(strict.slug()))
                        .status())
                .isEqualTo(200);
        assertThat(browser.read("/api/leads").code()).isEqualTo("mfa-enrolment-needed");
        assertThat(browser.send("/api/me/agency", "{\"slug\": \"%s\"}".formatted(lax.slug()))
                        .status())
                .isEqualTo(200);
        assertThat(browser.read("/api/leads").status()).isEqualTo(200);
    }

    @Test
    void a_token_by_password_reaches_nothing_where_a_second_factor_is_asked_for() {
        var agency = agencies.fresh();
        var owner = signedIn(agency.email());
        var answer = new Browser(http)
                .send("/api/token", """
                {"email": "%s", "password": "%s", "agency": "%s"}""".formatted(agency.email(), TestAgencies.PASSWORD, agency.slug()));
        require(owner, "EVERYONE");

        var refused = new Browser(http).bearer(answer.at("$.accessToken")).read("/api/leads");

        assertThat(refused.code()).isEqualTo("mfa-enrolment-needed");
    }

    @Test
    void the_policy_is_the_admins_and_needs_a_fresh_proof() {
        var agency = agencies.fresh();
        var owner = signedIn(agency.email());
        var agent = signedIn(member(agency, Role.AGENT));

        assertThat(agent.read(POLICY).status()).isEqualTo(403);
        assertThat(require(agent, "EVERYONE")).isEqualTo(403);
        assertThat(require(owner, "PERHAPS")).isEqualTo(422);
        clock.forward(Duration.ofMinutes(11));
        assertThat(owner.replace(POLICY, "{\"secondFactor\": \"EVERYONE\"}").code())
                .isEqualTo("step-up-needed");
    }

    @Test
    void a_viewer_who_changes_nothing_else_sets_up_a_second_factor_too() {
        var agency = agencies.fresh();
        var viewer = signedIn(member(agency, Role.VIEWER));
        require(signedIn(agency.email()), "EVERYONE");
        assertThat(viewer.read("/api/leads").code()).isEqualTo("mfa-enrolment-needed");

        viewer.newPasskey("Tablet");

        assertThat(viewer.read("/api/leads").status()).isEqualTo(200);
    }

    @Test
    void the_last_factor_stays_while_the_agency_asks_for_one() {
        var owner = signedIn(agencies.fresh().email());
        owner.newPasskey("Laptop");
        require(owner, "ADMINS");
        var id = owner.read("/api/me/factors").<String>at("$.passkeys[0].id");

        assertThat(owner.remove("/api/me/passkeys/" + id).code()).isEqualTo("second-factor-required");
        require(owner, "NOBODY");
        assertThat(owner.remove("/api/me/passkeys/" + id).status()).isEqualTo(204);
    }

    private static int require(Browser browser, String whom) {
        return browser.replace(POLICY, "{\"secondFactor\": \"%s\"}".formatted(whom))
                .status();
    }

    private String member(TestAgency agency, Role role) {
        var email = role.name().toLowerCase() + "@" + agency.slug() + ".example";
        agency.inScope(() -> addMember.add("Ana Agent", email, TestAgencies.PASSWORD, role, zone(), 2));
        return email;
    }

    private static ZoneId zone() {
        return ZoneId.of("America/Chicago");
    }

    private Browser signedIn(String email) {
        var browser = new Browser(http);
        assertThat(browser.signIn(email).status()).isEqualTo(200);
        return browser;
    }
}
