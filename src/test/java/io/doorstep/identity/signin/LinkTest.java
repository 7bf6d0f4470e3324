package io.doorstep.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.MailServer;
import io.doorstep.testing.SettableClock;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@DoorstepTest
class LinkTest {

    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}");
    private static final String NEW = "seven gulls on the pier";

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    SettableClock clock;

    private final MailServer mail = MailServer.shared();

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void a_link_signs_in_once_in_the_browser_that_asked() throws Exception {
        var agency = agencies.fresh();
        var browser = new Browser(http);
        ask(browser, "/api/sign-in/link", agency.email()).andExpect(status().isAccepted());
        var token = tokenOf(agency, 1);

        browser.get("/sign-in/link"); // what a mail filter can do
        browser.post("/api/links/look", token(token))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.email").value(agency.email()));
        browser.post("/api/sign-in/link/open", token(token))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.agency.slug").value(agency.slug()));
        browser.get("/api/me").andExpect(status().isOk());

        browser.post("/api/sign-in/link/open", token(token))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:link-gone"));
    }

    @Test
    void of_many_at_the_same_time_one_is_let_in() throws Exception {
        var agency = agencies.fresh();
        var browser = new Browser(http);
        ask(browser, "/api/sign-in/link", agency.email());
        var token = tokenOf(agency, 1);
        var cookie = browser.cookie(LinkCookie.NAME);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 16)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        var request = org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(
                                        "/api/sign-in/link/open")
                                .with(org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.csrf())
                                .cookie(cookie)
                                .contentType("application/json")
                                .content(token(token));
                        return http.perform(request).andReturn().getResponse().getStatus();
                    })
                    .toList();
            var answers = threads.invokeAll(tries).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertThat(answers).containsOnlyOnce(200).hasSize(16);
        }
    }

    @Test
    void another_browser_is_refused_and_uses_nothing_up_and_the_code_helps_where_it_was_asked() throws Exception {
        var agency = agencies.fresh();
        var desk = new Browser(http);
        var phone = new Browser(http);
        ask(desk, "/api/sign-in/link", agency.email());
        var token = tokenOf(agency, 1);
        var code = codeOf(agency, 1);

        for (var path : List.of("/api/links/look", "/api/sign-in/link/open")) {
            phone.post(path, token(token))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.type").value("urn:doorstep:problem:other-browser"));
        }
        phone.post("/api/links/code", code(code)).andExpect(status().isUnprocessableContent());
        var exchanged = desk.post(
                        "/api/links/code", code(" " + code.toLowerCase().replace("-", " ")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.purpose").value("SIGN_IN"))
                .andReturn()
                .getResponse();

        desk.post("/api/sign-in/link/open", token(tokenIn(exchanged))).andExpect(status().isOk());
        desk.post("/api/sign-in/link/open", token(token)).andExpect(status().isForbidden());
    }

    @Test
    void five_wrong_codes_make_the_right_one_useless() throws Exception {
        var agency = agencies.fresh();
        var browser = new Browser(http);
        ask(browser, "/api/sign-in/link", agency.email());
        var code = codeOf(agency, 1);

        for (var i = 0; i < OneTimeLinks.MOST_CODE_TRIES; i++) {
            browser.post("/api/links/code", code("AAAA-AAA" + i)).andExpect(status().isUnprocessableContent());
        }

        browser.post("/api/links/code", code(code))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("code"));
    }

    @Test
    void asking_again_makes_the_former_link_void_and_a_strangers_asking_does_not() throws Exception {
        var agency = agencies.fresh();
        var browser = new Browser(http);
        ask(browser, "/api/sign-in/link", agency.email());
        var first = tokenOf(agency, 1);
        ask(browser, "/api/sign-in/link", agency.email());
        var second = tokenOf(agency, 2);
        ask(new Browser(http), "/api/sign-in/link", agency.email());
        tokenOf(agency, 3);

        browser.post("/api/sign-in/link/open", token(first)).andExpect(status().isForbidden());
        browser.post("/api/sign-in/link/open", token(second)).andExpect(status().isOk());
    }

    @Test
    void after_ten_minutes_it_is_gone() throws Exception {
        var agency = agencies.fresh();
        var browser = new Browser(http);
        ask(browser, "/api/sign-in/link", agency.email());
        var token = tokenOf(agency, 1);
        var code = codeOf(agency, 1);

        clock.forward(Duration.ofMinutes(10).plusSeconds(1));

        browser.post("/api/sign-in/link/open", token(token)).andExpect(status().isForbidden());
        browser.post("/api/links/code", code(code)).andExpect(status().isUnprocessableContent());
    }

    @Test
    void an_unknown_address_gets_the_same_answer_and_no_mail() throws Exception {
        var agency = agencies.fresh();
        for (var path : List.of("/api/sign-in/link", "/api/new-password/link")) {
            var known = ask(new Browser(http), path, agency.email()).andReturn().getResponse();
            var unknown = ask(new Browser(http), path, "nobody@" + agency.slug() + ".example")
                    .andReturn()
                    .getResponse();

            assertThat(shape(unknown)).isEqualTo(shape(known));
        }
        mail.awaitTo(agency.email(), 2);
        assertThat(mail.to("nobody@" + agency.slug() + ".example")).isEmpty();
    }

    @Test
    void a_forgotten_password_is_set_anew_and_ends_what_the_former_opened() throws Exception {
        var agency = agencies.fresh();
        var thief = new Browser(http);
        thief.signIn(agency.email(), TestAgencies.PASSWORD);
        var browser = new Browser(http);
        ask(browser, "/api/new-password/link", agency.email());
        var token = tokenOf(agency, 1);

        browser.post("/api/sign-in/link/open", token(token)).andExpect(status().isForbidden());
        browser.post("/api/new-password", newPassword(token, "Sunshine2026"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("password"));
        new Browser(http).post("/api/new-password", newPassword(token, NEW)).andExpect(status().isForbidden());
        browser.post("/api/new-password", newPassword(token, NEW)).andExpect(status().isOk());

        browser.get("/api/me").andExpect(status().isOk());
        thief.get("/api/me").andExpect(status().isUnauthorized());
        browser.post("/api/new-password", newPassword(token, NEW + "!")).andExpect(status().isForbidden());
        new Browser(http).signIn(agency.email(), TestAgencies.PASSWORD).andExpect(status().isUnauthorized());
        new Browser(http).signIn(agency.email(), NEW).andExpect(status().isOk());
    }

    @Test
    void a_made_up_token_opens_nothing() throws Exception {
        for (var token : List.of("x", "A".repeat(43), "' or 1=1 --")) {
            new Browser(http).post("/api/sign-in/link/open", token(token)).andExpect(status().isForbidden());
            new Browser(http).post("/api/new-password", newPassword(token, NEW)).andExpect(status().isForbidden());
        }
        new Browser(http)
                .post("/api/sign-in/link", "{\"email\": \"not an address\"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("email"));
    }

    private org.springframework.test.web.servlet.ResultActions ask(Browser browser, String path, String email)
            throws Exception {
        return browser.post(path, "{\"email\": \"%s\"}".formatted(email));
    }

    private String tokenOf(TestAgency agency, int number) {
        return mail.awaitTo(agency.email(), number).get(number - 1).link().replaceAll(".*#", "");
    }

    private String codeOf(TestAgency agency, int number) {
        var found = CODE.matcher(
                mail.awaitTo(agency.email(), number).get(number - 1).body());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static String tokenIn(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
    }

    private static String shape(MockHttpServletResponse answer) throws Exception {
        return answer.getStatus()
                + answer.getContentAsString()
                + answer.getHeaderNames()
                + answer.getHeaders("Set-Cookie").stream()
                        .map(cookie -> cookie.replaceAll("=[A-Za-z0-9_-]{36,43};", "=;")
                                .replaceAll("Expires=[^;]*", ""))
                        .toList();
    }

    private static String token(String token) {
        return "{\"token\": \"%s\"}".formatted(token);
    }

    private static String code(String code) {
        return "{\"code\": \"%s\"}".formatted(code);
    }

    private static String newPassword(String token, String password) {
        return "{\"token\": \"%s\", \"password\": \"%s\"}".formatted(token, password);
    }
}
