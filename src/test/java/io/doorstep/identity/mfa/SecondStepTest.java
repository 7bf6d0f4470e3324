package io.doorstep.identity.mfa;

import static io.doorstep.identity.mfa.PasskeyTest.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.MailServer;
import io.doorstep.testing.SettableClock;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DoorstepTest
class SecondStepTest {

    private static final String STEP = "/api/sign-in/second-step";

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient db;

    private List<String> recoveryCodes = List.of();

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void with_an_app_a_password_opens_nothing_and_the_code_then_opens_the_session() {
        var agency = agencies.fresh();
        var app = withApp(agency);
        assertThat(app.secretBits()).isEqualTo(160);
        var browser = new Browser(http);

        var half = browser.signIn(agency.email());

        assertThat(half.status()).isEqualTo(401);
        assertThat(half.code()).isEqualTo("second-factor-needed");
        for (var path : List.of("/api/me", "/api/me/factors", "/api/board", "/api/me/confirm")) {
            assertThat(browser.read(path).status()).as(path).isEqualTo(401);
        }
        assertThat(browser.read(STEP).<List<String>>at("$.anyOf")).containsExactlyInAnyOrder("TOTP", "RECOVERY_CODE");
        assertThat(browser.send(STEP, code(app.wrong())).status()).isEqualTo(422);
        assertThat(browser.send(STEP, code(app.now())).<String>at("$.agency.slug"))
                .isEqualTo(agency.slug());
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(browser.read(STEP).code()).isEqualTo("second-step-ended");
    }

    @Test
    void a_code_works_once_also_for_another_browser_and_at_the_same_moment() {
        var agency = agencies.fresh();
        var app = withApp(agency);
        var browsers =
                java.util.stream.Stream.generate(() -> halfWay(agency)).limit(4).toList();
        var code = app.now();
        var next = browsers.iterator();

        var answers = atOnce(4, () -> {
            Browser browser;
            synchronized (next) {
                browser = next.next();
            }
            return browser.send(STEP, code(code)).status();
        });

        assertThat(answers).containsOnlyOnce(200);
        assertThat(halfWay(agency).send(STEP, code(code)).status()).isEqualTo(422);
        assertThat(halfWay(agency).send(STEP, code(app.at(-1))).status()).isEqualTo(422);
        clock.forward(Duration.ofMinutes(2)); // so many wrong ones have to wait
        assertThat(halfWay(agency).send(STEP, code(app.now())).status()).isEqualTo(200);
    }

    @Test
    void a_recovery_code_works_once_and_is_written_as_people_write() {
        var agency = agencies.fresh();
        withApp(agency);
        var code = recoveryCodes.getFirst();

        var answers = atOnce(
                4, () -> halfWay(agency).send(STEP, code(code.toUpperCase())).status());

        assertThat(answers).containsOnlyOnce(200);
        assertThat(halfWay(agency).send(STEP, code(code)).status()).isEqualTo(422);
        var browser = halfWay(agency);
        assertThat(browser.send(STEP, code(" " + recoveryCodes.get(1).replace("-", "") + " "))
                        .status())
                .isEqualTo(200);
        assertThat(browser.read("/api/me/factors").<Integer>at("$.recoveryCodesLeft"))
                .isEqualTo(8);
    }

    @Test
    void the_agency_s_log_and_the_person_are_told() {
        var agency = agencies.fresh();
        withApp(agency);
        var browser = halfWay(agency);
        browser.send(STEP, code(recoveryCodes.getFirst()));
        browser.newPasskey("Laptop");
        browser.remove("/api/me/passkeys/" + browser.read("/api/me/factors").<String>at("$.passkeys[0].id"));

        var actions = agency.inTransaction(() ->
                db.sql("select action from audit_entry").query(String.class).list());
        assertThat(actions).contains("totp.enabled", "recovery-code.used", "passkey.added", "passkey.removed");
        assertThat(MailServer.shared().awaitTo(agency.email(), 4))
                .extracting(MailServer.Received::subject)
                .contains(
                        "A code app was set up",
                        "A recovery code was used",
                        "A passkey was added",
                        "A passkey was removed");
    }

    @Test
    void a_program_sends_the_code_along_with_the_password() {
        var agency = agencies.fresh();
        var app = withApp(agency);
        var program = new Browser(http);

        assertThat(program.send("/api/token", tokenRequest(agency, "null")).code())
                .isEqualTo("second-factor-needed");
        assertThat(program.send("/api/token", tokenRequest(agency, "\"" + app.wrong() + "\""))
                        .status())
                .isEqualTo(422);
        assertThat(program.send("/api/token", tokenRequest(agency, "\"" + app.now() + "\""))
                        .<String>at("$.tokenType"))
                .isEqualTo("Bearer");
    }

    private static String tokenRequest(TestAgency agency, String code) {
        return "{\"email\": \"%s\", \"password\": \"%s\", \"agency\": \"%s\", \"code\": %s}"
                .formatted(agency.email(), TestAgencies.PASSWORD, agency.slug(), code);
    }

    @Test
    void new_recovery_codes_end_the_old_ones() {
        var agency = agencies.fresh();
        withApp(agency);
        var old = recoveryCodes;
        var browser = halfWay(agency);
        browser.send(STEP, code(old.getFirst()));

        var fresh = browser.send("/api/me/recovery-codes", "").<List<String>>at("$.codes");

        assertThat(fresh)
                .hasSize(10)
                .doesNotContainAnyElementsOf(old)
                .allMatch(code -> code.matches("([a-z2-7]{4}-){3}[a-z2-7]{4}"));
        assertThat(halfWay(agency).send(STEP, code(old.get(1))).status()).isEqualTo(422);
        assertThat(halfWay(agency).send(STEP, code(fresh.get(1))).status()).isEqualTo(200);
    }

    @Test
    void guessing_gets_slow_and_leaves_the_other_ways_open() {
        var agency = agencies.fresh();
        var app = withApp(agency);
        var passkeyOwner = halfWay(agency);
        passkeyOwner.send(STEP, code(recoveryCodes.getFirst()));
        var passkey = passkeyOwner.newPasskey("Laptop");

        var guesser = halfWay(agency);
        for (var guess = 0; guess < 5; guess++) {
            assertThat(guesser.send(STEP, code(app.wrong())).status()).isEqualTo(422);
        }
        assertThat(guesser.send(STEP, code(app.wrong())).code()).isEqualTo("second-step-ended");
        assertThat(halfWay(agency).send(STEP, code(app.now())).code()).isEqualTo("too-many-tries");

        assertThat(halfWay(agency).send(STEP, code(recoveryCodes.get(1))).status())
                .isEqualTo(200);
        var owner = new Browser(http);
        assertThat(owner.signInWith(passkey.get(owner.signInChallenge())).status())
                .isEqualTo(200);
        clock.forward(Duration.ofMinutes(1).plusSeconds(1));
        assertThat(halfWay(agency).send(STEP, code(app.wrong())).status()).isEqualTo(422);
        assertThat(halfWay(agency).send(STEP, code(app.now())).code()).isEqualTo("too-many-tries");
        clock.forward(Duration.ofMinutes(2));
        assertThat(halfWay(agency).send(STEP, code(app.now())).status()).isEqualTo(200);
        assertThat(halfWay(agency).send(STEP, code(app.wrong())).status()).isEqualTo(422);
        assertThat(halfWay(agency).send(STEP, code(app.at(1))).status()).isEqualTo(200);
    }

    @Test
    void half_way_ends_after_five_minutes_and_belongs_to_its_browser() {
        var agency = agencies.fresh();
        var app = withApp(agency);
        var browser = halfWay(agency);

        assertThat(new Browser(http).send(STEP, code(app.now())).code()).isEqualTo("second-step-ended");
        clock.forward(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(browser.send(STEP, code(app.now())).code()).isEqualTo("second-step-ended");
    }

    @Test
    void a_passkey_completes_a_sign_in_by_password_in_the_agency_that_was_asked_for() {
        var agency = agencies.fresh();
        var browser = new Browser(http);
        browser.signIn(agency.email());
        var passkey = browser.newPasskey("Laptop");
        var half = halfWay(agency);
        assertThat(half.read(STEP).<List<String>>at("$.anyOf")).contains("PASSKEY");

        assertThat(half.signInWith(passkey.get(half.signInChallenge())).status())
                .isEqualTo(200);
        assertThat(half.read(STEP).code()).isEqualTo("second-step-ended");
    }

    @Test
    void a_password_alone_gets_no_token_of_the_api_either() {
        var agency = agencies.fresh();
        withApp(agency);

        var answer = new Browser(http)
                .send("/api/token", """
                {"email": "%s", "password": "%s", "agency": "%s"}""".formatted(agency.email(), TestAgencies.PASSWORD, agency.slug()));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("second-factor-needed");
    }

    @Test
    void an_app_is_taken_only_with_a_code_of_it_and_in_time() {
        var browser = new Browser(http);
        browser.signIn(agencies.fresh().email());

        assertThat(browser.replace("/api/me/totp", code("123456")).code()).isEqualTo("enrolment-ended");
        var app = new CodeApp(browser.send("/api/me/totp", "").at("$.secret"), clock);
        assertThat(browser.replace("/api/me/totp", code(app.wrong())).status()).isEqualTo(422);
        assertThat(browser.replace("/api/me/totp", code("12345")).status()).isEqualTo(422);
        assertThat(browser.replace("/api/me/totp", code(recoveryLike())).status())
                .isEqualTo(422);
        var answers = atOnce(
                4, () -> browser.copy().replace("/api/me/totp", code(app.now())).status());
        assertThat(answers).containsOnlyOnce(200);
    }

    @Test
    void codes_of_no_shape_are_refused_before_they_count() {
        var agency = agencies.fresh();
        withApp(agency);
        var browser = halfWay(agency);
        for (var bad : List.of("", "12345", "1234567", "abc", "'; drop table totp; --", "０００００００", "x".repeat(61))) {
            assertThat(browser.send(STEP, code(bad)).status()).as(bad).isEqualTo(422);
        }
        assertThat(browser.send(STEP, code(recoveryCodes.getFirst())).status()).isEqualTo(200);
    }

    private static String recoveryLike() {
        return "abcd-efgh-abcd-efgh";
    }

    private Browser halfWay(TestAgency agency) {
        var browser = new Browser(http);
        assertThat(browser.signIn(agency.email()).code()).isEqualTo("second-factor-needed");
        return browser;
    }

    /** The clock goes on by a step, so that the code that set the app up is not the one that is shown now. */
    private CodeApp withApp(TestAgency agency) {
        var browser = new Browser(http);
        browser.signIn(agency.email());
        var begun = browser.send("/api/me/totp", "");
        assertThat(begun.<String>at("$.uri"))
                .startsWith("otpauth://totp/Doorstep:owner%40")
                .contains("issuer=Doorstep");
        var app = new CodeApp(begun.at("$.secret"), clock);
        recoveryCodes = browser.replace("/api/me/totp", code(app.now())).at("$.codes");
        assertThat(recoveryCodes).hasSize(10);
        clock.forward(Duration.ofSeconds(30));
        return app;
    }

    private static String code(String code) {
        return "{\"code\": \"%s\"}".formatted(code);
    }
}
