package io.doorstep.identity.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.SettableClock;
import io.doorstep.testing.TestAgencies;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DoorstepTest
class PasskeyTest {

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
    void a_passkey_signs_its_person_in_without_an_e_mail_and_without_a_second_step() {
        var agency = agencies.fresh();
        var passkey = signedIn(agency.email()).newPasskey("Laptop");
        var browser = new Browser(http);

        var answer = browser.signInWith(passkey.get(browser.signInChallenge()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.<String>at("$.agency.slug")).isEqualTo(agency.slug());
        assertThat(browser.read("/api/me/factors").<String>at("$.passkeys[0].name"))
                .isEqualTo("Laptop");
        assertThat(browser.read("/api/me/factors").<String>at("$.passkeys[0].lastUsedAt"))
                .isNotNull();
        assertThat(browser.read("/api/me/factors").<Boolean>at("$.shown")).isTrue();
    }

    @Test
    void the_first_factor_brings_recovery_codes_and_the_next_one_does_not() {
        var browser = signedIn(agencies.fresh().email());
        var options = browser.send("/api/me/passkeys/options", "");
        var first = browser.send(
                "/api/me/passkeys",
                new SoftAuthenticator().create("One", options.at("$.challenge"), options.at("$.user.id")));
        var again = browser.send("/api/me/passkeys/options", "");
        var second = browser.send(
                "/api/me/passkeys",
                new SoftAuthenticator().create("Two", again.at("$.challenge"), again.at("$.user.id")));

        assertThat(first.<List<String>>at("$.codes")).hasSize(10);
        assertThat(second.<List<String>>at("$.codes")).isEmpty();
        assertThat(options.<List<?>>at("$.excludeCredentials")).isEmpty();
        assertThat(again.<List<?>>at("$.excludeCredentials")).hasSize(1);
        assertThat(again.<String>at("$.rp.id")).isEqualTo("localhost");
    }

    @Test
    void nothing_but_an_honest_answer_signs_in() {
        var agency = agencies.fresh();
        var passkey = signedIn(agency.email()).newPasskey("Laptop");

        for (var lie : List.<Consumer<SoftAuthenticator>>of(
                p -> p.origin = "http://localhost.evil.example",
                p -> p.origin = "https://localhost",
                p -> p.rpId = "evil.example",
                p -> p.verifiesUser = false,
                p -> p.presentUser = false,
                p -> p.crossOrigin = true,
                p -> p.flags = 0,
                p -> p.countsFrom(1))) {
            var browser = new Browser(http);
            var challenge = browser.signInChallenge();
            lie.accept(passkey);
            var answer = browser.signInWith(passkey.get(challenge));
            assertThat(answer.status()).as(answer.body()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("passkey-refused");
            assertThat(browser.isSignedIn()).isFalse();
            honest(passkey);
        }

        var browser = new Browser(http);
        assertThat(browser.signInWith(passkey.get(browser.signInChallenge())).status())
                .isEqualTo(200);
    }

    @Test
    void tampered_data_a_foreign_handle_and_an_unknown_credential_get_the_same_answer() {
        var agency = agencies.fresh();
        var other = agencies.fresh();
        var passkey = signedIn(agency.email()).newPasskey("Laptop");
        signedIn(other.email()).newPasskey("Theirs");
        var browser = new Browser(http);

        passkey.verifiesUser = false;
        var tampered = browser.signInWith(passkey.getTampered(browser.signInChallenge()));
        passkey.verifiesUser = true;
        var foreign = browser.signInWith(passkey.get(
                browser.signInChallenge(),
                SoftAuthenticator.text(idOf(other.owner().userId()))));
        var unknown = browser.signInWith(new SoftAuthenticator().get(browser.signInChallenge()));

        assertThat(tampered.code()).isEqualTo("passkey-refused");
        assertThat(foreign.body()).isEqualTo(tampered.body());
        assertThat(unknown.body()).isEqualTo(tampered.body());
    }

    @Test
    void a_challenge_is_answered_once_in_time_and_by_the_browser_that_asked() {
        var passkey = signedIn(agencies.fresh().email()).newPasskey("Laptop");
        var browser = new Browser(http);
        var challenge = browser.signInChallenge();

        var elsewhere = new Browser(http);
        elsewhere.signInChallenge();
        assertThat(elsewhere.signInWith(passkey.get(challenge)).code()).isEqualTo("challenge-ended");
        assertThat(new Browser(http).signInWith(passkey.get(challenge)).code()).isEqualTo("challenge-ended");

        var assertion = passkey.get(challenge);
        assertThat(browser.signInWith(assertion).status()).isEqualTo(200);
        assertThat(browser.signInWith(assertion).code()).isEqualTo("challenge-ended");

        var late = browser.signInChallenge();
        clock.forward(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(browser.signInWith(passkey.get(late)).code()).isEqualTo("challenge-ended");
        assertThat(browser.signInWith(passkey.get(SoftAuthenticator.text(new byte[32])))
                        .code())
                .isEqualTo("challenge-ended");
    }

    @Test
    void of_many_answers_to_one_challenge_at_once_one_wins() {
        var passkey = signedIn(agencies.fresh().email()).newPasskey("Laptop");
        var browser = new Browser(http);
        var assertion = passkey.get(browser.signInChallenge());

        var answers = atOnce(8, () -> browser.copy().signInWith(assertion).status());

        assertThat(answers).containsOnlyOnce(200);
    }

    @Test
    void a_registration_is_checked_as_a_sign_in_is() {
        var browser = signedIn(agencies.fresh().email());

        for (var lie : List.<Consumer<SoftAuthenticator>>of(
                p -> p.origin = "https://evil.example", p -> p.rpId = "evil.example", p -> p.verifiesUser = false)) {
            var options = browser.send("/api/me/passkeys/options", "");
            var authenticator = new SoftAuthenticator();
            lie.accept(authenticator);
            var answer = browser.send(
                    "/api/me/passkeys", authenticator.create("X", options.at("$.challenge"), options.at("$.user.id")));
            assertThat(answer.status()).isEqualTo(422);
        }
        var replayed = new SoftAuthenticator().create("X", SoftAuthenticator.text(new byte[32]), "");
        assertThat(browser.send("/api/me/passkeys", replayed).code()).isEqualTo("challenge-ended");
        // a challenge for signing in is none for registering
        var wrongPurpose = new SoftAuthenticator().create("X", browser.signInChallenge(), "");
        assertThat(browser.send("/api/me/passkeys", wrongPurpose).code()).isEqualTo("challenge-ended");
        for (var nonsense : List.of(
                "{\"name\": \"X\", \"clientData\": \"AAAA\", \"attestationObject\": \"AAAA\", \"transports\": []}",
                "{\"name\": \"\", \"clientData\": \"!\", \"attestationObject\": \"A\", \"transports\": [\"<b>\"]}",
                "{\"name\": \"X\", \"clientData\": \"e30\", \"attestationObject\": \"o2NmbXQ\", \"transports\": []}")) {
            assertThat(browser.send("/api/me/passkeys", nonsense).status()).isEqualTo(422);
        }
    }

    @Test
    void malformed_answers_are_refused_and_nothing_breaks() {
        var browser = new Browser(http);
        browser.signInChallenge();
        for (var part : List.of("", "A", "AAAA", "e30", "bm90IGpzb24", "eyJjaGFsbGVuZ2UiOiAxfQ")) {
            var answer = browser.signInWith("""
                    {"id": "%1$s", "clientData": "%1$s", "authenticatorData": "%1$s", "signature": "%1$s", "userHandle": "%1$s"}""".formatted(part));
            assertThat(answer.status()).as(part + answer.body()).isIn(403, 409, 422);
        }
    }

    @Test
    void a_passkey_of_another_person_can_be_neither_renamed_nor_removed_nor_registered_again() {
        var mine = signedIn(agencies.fresh().email());
        var theirs = signedIn(agencies.fresh().email());
        var passkey = theirs.newPasskey("Theirs");
        var id = theirs.read("/api/me/factors").<String>at("$.passkeys[0].id");

        assertThat(mine.replace("/api/me/passkeys/" + id, "{\"name\": \"Mine\"}")
                        .status())
                .isEqualTo(404);
        assertThat(mine.remove("/api/me/passkeys/" + id).status()).isEqualTo(404);
        var options = mine.send("/api/me/passkeys/options", "");
        assertThat(mine.send(
                                "/api/me/passkeys",
                                passkey.create("Copy", options.at("$.challenge"), options.at("$.user.id")))
                        .code())
                .isEqualTo("passkey-known");
        assertThat(theirs.replace("/api/me/passkeys/" + id, "{\"name\": \"Key ring\"}")
                        .status())
                .isEqualTo(204);
        assertThat(theirs.read("/api/me/factors").<String>at("$.passkeys[0].name"))
                .isEqualTo("Key ring");
    }

    @Test
    void a_removed_passkey_opens_nothing() {
        var agency = agencies.fresh();
        var browser = signedIn(agency.email());
        var passkey = browser.newPasskey("Laptop");
        var id = browser.read("/api/me/factors").<String>at("$.passkeys[0].id");

        assertThat(browser.remove("/api/me/passkeys/" + id).status()).isEqualTo(204);

        var elsewhere = new Browser(http);
        assertThat(elsewhere
                        .signInWith(passkey.get(elsewhere.signInChallenge()))
                        .code())
                .isEqualTo("passkey-refused");
        assertThat(browser.read("/api/me/factors").<Integer>at("$.recoveryCodesLeft"))
                .isZero();
        assertThat(new Browser(http).signIn(agency.email()).status()).isEqualTo(200);
    }

    static <T> List<T> atOnce(int times, java.util.function.Supplier<T> work) {
        var running = IntStream.range(0, times)
                .mapToObj(_ -> CompletableFuture.supplyAsync(work, Thread::startVirtualThread))
                .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }

    private Browser signedIn(String email) {
        var browser = new Browser(http);
        assertThat(browser.signIn(email).status()).isEqualTo(200);
        return browser;
    }

    private static void honest(SoftAuthenticator passkey) {
        var fresh = new SoftAuthenticator();
        passkey.origin = fresh.origin;
        passkey.rpId = fresh.rpId;
        passkey.verifiesUser = true;
        passkey.presentUser = true;
        passkey.crossOrigin = false;
        passkey.flags = fresh.flags;
        passkey.countsFrom(100);
    }

    private static byte[] idOf(java.util.UUID id) {
        return java.nio.ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
