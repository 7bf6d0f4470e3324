package io.doorstep.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.doorstep.identity.AddMember;
import io.doorstep.identity.Role;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import jakarta.servlet.http.Cookie;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@DoorstepTest
class SessionsApiTest {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String IPHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

    @Autowired
    MockMvc http;

    @Autowired
    AddMember addMember;

    @Autowired
    TestAgencies agencies;

    @Test
    void a_person_sees_where_they_are_signed_in_and_which_one_this_is() throws Exception {
        var agency = agencies.fresh();
        var here = signIn(agency.email(), FIREFOX);
        signIn(agency.email(), IPHONE);
        tokenOf(agency, "curl/8.14.1");

        var list = http.perform(get("/api/me/sessions").cookie(here))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(JsonPath.<List<String>>read(list, "$.items[*].device"))
                .containsExactlyInAnyOrder("Firefox on Linux", "Safari on iPhone", "curl");
        assertThat(JsonPath.<List<String>>read(list, "$.items[?(@.current == true)].device"))
                .containsExactly("Firefox on Linux");
        assertThat(JsonPath.<List<String>>read(list, "$.items[?(@.kind == 'API_CLIENT')].device"))
                .containsExactly("curl");
    }

    @Test
    void an_ended_session_is_out_at_once_and_the_others_stay() throws Exception {
        var agency = agencies.fresh();
        var here = signIn(agency.email(), FIREFOX);
        var phone = signIn(agency.email(), IPHONE);
        http.perform(get("/api/me").cookie(phone)).andExpect(status().isOk());

        http.perform(delete("/api/me/sessions/" + idOf(phone)).cookie(here).with(csrf()))
                .andExpect(status().isNoContent());

        http.perform(get("/api/me").cookie(phone)).andExpect(status().isUnauthorized());
        http.perform(get("/api/me").cookie(here)).andExpect(status().isOk());
    }

    @Test
    void ending_all_others_ends_api_clients_too_and_keeps_this_one() throws Exception {
        var agency = agencies.fresh();
        var here = signIn(agency.email(), FIREFOX);
        var phone = signIn(agency.email(), IPHONE);
        var token = tokenOf(agency, "curl/8.14.1");
        http.perform(get("/api/me").header("Authorization", "Bearer " + token)).andExpect(status().isOk());

        http.perform(delete("/api/me/sessions").cookie(here).with(csrf())).andExpect(status().isNoContent());

        http.perform(get("/api/me").cookie(phone)).andExpect(status().isUnauthorized());
        http.perform(get("/api/me").header("Authorization", "Bearer " + token)).andExpect(status().isUnauthorized());
        http.perform(get("/api/me/sessions").cookie(here))
                .andExpect(jsonPath("$.items.length()").value(1));
    }

    @Test
    void another_persons_session_is_none() throws Exception {
        var agency = agencies.fresh();
        var other = agencies.fresh();
        var here = signIn(agency.email(), FIREFOX);
        var theirs = signIn(other.email(), FIREFOX);
        var id = idOf(theirs);

        http.perform(delete("/api/me/sessions/" + id).cookie(here).with(csrf())).andExpect(status().isNotFound());

        http.perform(get("/api/me").cookie(theirs)).andExpect(status().isOk());
    }

    @Test
    void an_admin_ends_a_members_sessions_but_not_an_owners_and_an_agent_nobodys() throws Exception {
        var agency = agencies.fresh();
        var owner = signIn(agency.email(), FIREFOX);
        var admin = add(agency, Role.ADMIN);
        var agent = add(agency, Role.AGENT);
        var adminHere = signIn(admin.email(), FIREFOX);
        var agentHere = signIn(agent.email(), FIREFOX);

        http.perform(delete("/api/team/" + admin.id() + "/sessions")
                        .cookie(agentHere)
                        .with(csrf()))
                .andExpect(status().isForbidden());
        http.perform(delete("/api/team/" + agency.owner().memberId() + "/sessions")
                        .cookie(adminHere)
                        .with(csrf()))
                .andExpect(status().isForbidden());
        http.perform(delete("/api/team/" + agent.id() + "/sessions")
                        .cookie(adminHere)
                        .with(csrf()))
                .andExpect(status().isNoContent());

        http.perform(get("/api/me").cookie(agentHere)).andExpect(status().isUnauthorized());
        http.perform(get("/api/me").cookie(owner)).andExpect(status().isOk());
    }

    private io.doorstep.identity.Member add(TestAgency agency, Role role) {
        var email = role.name().toLowerCase(java.util.Locale.ROOT) + "-" + UUID.randomUUID() + "@x.example";
        return agency.inScope(() ->
                addMember.add("Some " + role, email, TestAgencies.PASSWORD, role, ZoneId.of("America/Chicago"), 2));
    }

    private String idOf(Cookie session) throws Exception {
        var list = http.perform(get("/api/me/sessions").cookie(session))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonPath.<List<String>>read(list, "$.items[?(@.current == true)].id")
                .getFirst();
    }

    private Cookie signIn(String email, String userAgent) throws Exception {
        return Objects.requireNonNull(http.perform(post("/api/sign-in")
                        .with(csrf())
                        .header("User-Agent", userAgent)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, TestAgencies.PASSWORD)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getCookie("__Host-doorstep"));
    }

    private String tokenOf(TestAgency agency, String userAgent) throws Exception {
        var answer = http.perform(post("/api/token")
                        .header("User-Agent", userAgent)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"email\": \"%s\", \"password\": \"%s\", \"agency\": \"%s\"}"
                                .formatted(agency.email(), TestAgencies.PASSWORD, agency.slug())))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonPath.read(answer, "$.accessToken");
    }
}
