package io.doorstep.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.identity.token.Bearer;
import io.doorstep.identity.token.RefreshTokens;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What browsers are told to refuse, and how much one client may ask for. */
@DoorstepTest
class HardeningTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    RefreshTokens tokens;

    @Autowired
    JdbcClient db;

    @LocalServerPort
    int port;

    TestAgency agency;

    @BeforeEach
    void found() {
        agency = agencies.fresh();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/board",
                "/api/me",
                "/nothing-here",
                "/public/chat/site_none/conversation",
                "/a/no-such-link"
            })
    void every_answer_says_what_the_browser_must_refuse(String path) throws Exception {
        http.perform(get(path).secure(true))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
                .andExpect(header().string(
                                "Content-Security-Policy", containsString("require-trusted-types-for 'script'")))
                .andExpect(header().string("Content-Security-Policy", not(containsString("unsafe"))))
                .andExpect(header().string("Content-Security-Policy", containsString("frame-ancestors 'none'")))
                .andExpect(header().string("Cross-Origin-Opener-Policy", "same-origin"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().string("Permissions-Policy", containsString("camera=()")))
                .andExpect(header().string("Strict-Transport-Security", containsString("max-age=63072000")))
                .andExpect(header().string(
                                "Cross-Origin-Resource-Policy",
                                path.startsWith("/public/") ? "cross-origin" : "same-origin"));
    }

    @Test
    void the_chat_is_framed_by_the_agencys_own_sites_and_by_no_other() throws Exception {
        allow("https://www.harbor.example");

        http.perform(get("/chat/" + agency.siteKey()))
                .andExpect(status().isOk())
                .andExpect(
                        header().string(
                                        "Content-Security-Policy",
                                        containsString(
                                                "frame-ancestors 'self' https://www.harbor.example; require-trusted-types-for")))
                .andExpect(header().string("Cross-Origin-Resource-Policy", "cross-origin"));
    }

    @Test
    void another_origin_reads_the_chats_door_only_when_it_is_on_the_agencys_list() throws Exception {
        allow("https://www.harbor.example");
        var door = "/public/chat/" + agency.siteKey() + "/messages";
        var other = "/public/chat/" + agencies.fresh().siteKey() + "/messages";

        http.perform(preflight(door, "https://www.harbor.example"))
                .andExpect(status().isOk())
                .andExpect(header().string("Access-Control-Allow-Origin", "https://www.harbor.example"))
                .andExpect(header().doesNotExist("Access-Control-Allow-Credentials"));
        for (var stranger : List.of("https://evil.example", "https://www.harbor.example.evil.example", "null")) {
            http.perform(preflight(door, stranger)).andExpect(header().doesNotExist("Access-Control-Allow-Origin"));
        }
        http.perform(preflight(other, "https://www.harbor.example"))
                .andExpect(header().doesNotExist("Access-Control-Allow-Origin"));
        http.perform(preflight("/api/me", "https://www.harbor.example"))
                .andExpect(header().doesNotExist("Access-Control-Allow-Origin"));
        http.perform(get("/api/me")
                        .header("Origin", "https://www.harbor.example")
                        .header("Authorization", bearer()))
                .andExpect(header().doesNotExist("Access-Control-Allow-Origin"));
    }

    @Test
    void a_body_beyond_the_limit_is_refused_whether_it_is_announced_or_not() throws Exception {
        var large = "{\"email\": \"" + "x".repeat(BodyLimit.MOST_BYTES) + "\"}";

        http.perform(post("/api/sign-in")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(large)
                        .with(csrf -> csrf))
                .andExpect(status().is4xxClientError());

        try (var client = HttpClient.newHttpClient()) {
            var unannounced = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/token"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofInputStream(
                            () -> (InputStream) new ByteArrayInputStream(large.getBytes())))
                    .build();
            var answer = client.send(unannounced, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("too-large");
        }
    }

    @Test
    void more_at_once_than_an_agencys_share_waits_and_all_are_answered() throws Exception {
        var bearer = bearer();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(Stream.generate(() -> (Callable<Integer>)
                            () -> http.perform(get("/api/me").header("Authorization", bearer))
                                    .andReturn()
                                    .getResponse()
                                    .getStatus())
                    .limit(60)
                    .toList());
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
    }

    private void allow(String origin) {
        agency.inTransaction(() -> db.sql("update agency set allowed_origins = array[:origin]")
                .param("origin", origin)
                .update());
    }

    private String bearer() {
        return Bearer.of(tokens, agency.owner());
    }

    private static org.springframework.test.web.servlet.RequestBuilder preflight(String path, String origin) {
        return options(path)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,x-visitor-key");
    }
}
