package io.doorstep.identity.mfa;

import static io.doorstep.identity.mfa.PasskeyTest.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.SettableClock;
import io.doorstep.testing.TestAgencies;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DoorstepTest
class StepUpTest {

    private static final String CONFIRM = "/api/me/confirm";

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    SettableClock clock;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void what_is_guarded_waits_for_a_password_that_fits_and_then_goes_on() {
        var browser = signedIn(agencies.fresh().email());
        clock.forward(Duration.ofMinutes(10).plusSeconds(1));

        assertThat(browser.send("/api/me/totp", "").code()).isEqualTo("step-up-needed");
        assertThat(browser.read(CONFIRM).<List<String>>at("$.anyOf")).containsExactly("PASSWORD");
        var wrong = browser.send(CONFIRM, "{\"password\": \"not the password\"}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.<String>at("$.errors[0].field")).isEqualTo("password");
        assertThat(browser.send("/api/me/totp", "").code()).isEqualTo("step-up-needed");

        assertThat(browser.send(CONFIRM, password()).status()).isEqualTo(204);
        assertThat(browser.send("/api/me/totp", "").status()).isEqualTo(200);
    }

    @Test
    void a_confirmed_session_goes_on_under_another_cookie() {
        var browser = signedIn(agencies.fresh().email());
        var stolen = browser.copy();

        assertThat(browser.send(CONFIRM, password()).status()).isEqualTo(204);

        assertThat(stolen.isSignedIn()).isFalse();
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void who_has_a_second_factor_confirms_with_it_and_not_with_the_password() {
        var browser = signedIn(agencies.fresh().email());
        var passkey = browser.newPasskey("Laptop");
        clock.forward(Duration.ofMinutes(11));

        assertThat(browser.read(CONFIRM).<List<String>>at("$.anyOf"))
                .containsExactlyInAnyOrder("PASSKEY", "RECOVERY_CODE");
        assertThat(browser.send(CONFIRM, password()).code()).isEqualTo("second-factor-needed");
        var options = browser.send(CONFIRM + "/passkey-options", "");
        assertThat(options.<List<?>>at("$.allowCredentials")).hasSize(1);
        assertThat(browser.send(CONFIRM, "{\"passkey\": %s}".formatted(passkey.get(options.at("$.challenge"))))
                        .status())
                .isEqualTo(204);
        assertThat(browser.send("/api/me/recovery-codes", "").status()).isEqualTo(200);
    }

    @Test
    void a_passkey_of_another_person_and_an_answer_to_another_question_confirm_nothing() {
        var browser = signedIn(agencies.fresh().email());
        var mine = browser.newPasskey("Laptop");
        var theirs = signedIn(agencies.fresh().email()).newPasskey("Theirs");

        var options = browser.send(CONFIRM + "/passkey-options", "");
        assertThat(browser.send(CONFIRM, "{\"passkey\": %s}".formatted(theirs.get(options.at("$.challenge"))))
                        .code())
                .isEqualTo("passkey-refused");
        assertThat(browser.send(CONFIRM, "{\"passkey\": %s}".formatted(mine.get(browser.signInChallenge())))
                        .code())
                .isEqualTo("challenge-ended");
    }

    @Test
    void one_thing_is_shown_at_a_time() {
        var browser = signedIn(agencies.fresh().email());

        for (var body :
                List.of("{}", "{\"password\": \"x\", \"code\": \"123456\"}", "{\"code\": \"12\"}", "{\"user\": 1}")) {
            assertThat(browser.send(CONFIRM, body).status()).as(body).isEqualTo(422);
        }
        assertThat(new Browser(http).send(CONFIRM, password()).status()).isEqualTo(401);
    }

    @Test
    void two_removals_at_once_leave_the_one_that_the_agency_asks_for() {
        var browser = signedIn(agencies.fresh().email());
        browser.newPasskey("One");
        browser.newPasskey("Two");
        assertThat(browser.replace("/api/settings/security", "{\"secondFactor\": \"ADMINS\"}")
                        .status())
                .isEqualTo(200);
        var ids = browser.read("/api/me/factors")
                .<List<String>>at("$.passkeys[*].id")
                .iterator();

        var answers = atOnce(2, () -> {
            String id;
            synchronized (ids) {
                id = ids.next();
            }
            return browser.copy().remove("/api/me/passkeys/" + id).status();
        });

        assertThat(answers).containsExactlyInAnyOrder(204, 409);
    }

    private Browser signedIn(String email) {
        var browser = new Browser(http);
        assertThat(browser.signIn(email).status()).isEqualTo(200);
        return browser;
    }

    private static String password() {
        return "{\"password\": \"%s\"}".formatted(TestAgencies.PASSWORD);
    }
}
