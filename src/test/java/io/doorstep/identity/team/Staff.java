package io.doorstep.identity.team;

import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.testing.MailServer;
import io.doorstep.testing.TestAgencies;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People in front of the web app: who signs in, and what the server says to them. */
record Staff(MockMvc http, JsonMapper json) {

    Cookie signIn(String email, String slug) throws Exception {
        return Objects.requireNonNull(send(
                        null,
                        post("/api/sign-in"),
                        Map.of("email", email, "password", TestAgencies.PASSWORD, "agency", slug))
                .andReturn()
                .getResponse()
                .getCookie("__Host-doorstep"));
    }

    ResultActions send(@Nullable Cookie session, MockHttpServletRequestBuilder request, @Nullable Object body)
            throws Exception {
        if (session != null) {
            request.cookie(session);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body));
        }
        return http.perform(request.with(csrf()));
    }

    JsonNode read(ResultActions answer) throws Exception {
        return json.readTree(answer.andReturn().getResponse().getContentAsString());
    }

    /** The secret of a fresh invitation's link, out of the mail that brings it. */
    String invite(Cookie by, String email, String role) throws Exception {
        send(by, post("/api/team/invitations"), Map.of("email", email, "role", role))
                .andExpect(status().isCreated());
        return mailed(email, 1);
    }

    /** @param count how many invitations that address has got by now */
    static String mailed(String email, int count) {
        await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> invitations(email).size() >= count);
        var link = invitations(email).getLast().link();
        return link.substring(link.indexOf('#') + 1);
    }

    private static List<MailServer.Received> invitations(String email) {
        return MailServer.shared().to(email).stream()
                .filter(mail -> mail.subject().contains("invites you to"))
                .toList();
    }

    ResultActions accept(String token, String name) throws Exception {
        return send(
                null,
                post("/api/invitations/accept"),
                Map.of("token", token, "name", name, "password", TestAgencies.PASSWORD));
    }

    record Colleague(UUID id, Cookie session, String email) {}

    /** Invited and joined. */
    Colleague colleague(Cookie by, String name, String role) throws Exception {
        var email = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "-"
                + Long.toString(System.nanoTime(), 36) + "@colleague.example";
        var answer = accept(invite(by, email, role), name).andReturn().getResponse();
        var me = json.readTree(answer.getContentAsString());
        return new Colleague(
                UUID.fromString(me.path("member").path("id").asString()),
                Objects.requireNonNull(answer.getCookie("__Host-doorstep")),
                email);
    }
}
