package io.doorstep.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DoorstepTest
class SignUpAndSignInTest {

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Test
    void a_new_agency_signs_up_and_is_signed_in() throws Exception {
        var slug = "harbor-" + Long.toString(System.nanoTime(), 36);

        var answer = http.perform(json(post("/api/sign-up"), """
                        {"agencyName": "Harbor", "slug": "%s", "timeZone": "America/Chicago", "ownerName": "Grace Lindqvist",
                         "email": "Grace@%s.example", "password": "correct horse battery"}""".formatted(slug, slug)))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.member.role").value("OWNER"))
                .andExpect(jsonPath("$.agency.currency").value("USD"))
                .andReturn()
                .getResponse();

        var session = answer.getCookie("__Host-doorstep");
        assertThat(session).isNotNull().satisfies(cookie -> {
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getSecure()).isTrue();
        });
        http.perform(get("/api/me").cookie(session))
                .andExpect(jsonPath("$.agency.slug").value(slug));
    }

    @Test
    void a_taken_slug_names_the_field() throws Exception {
        var taken = agencies.fresh();

        http.perform(json(post("/api/sign-up"), """
                        {"agencyName": "Other", "slug": "%s", "timeZone": "America/Chicago", "ownerName": "O", "email": "o-%s@x.example",
                         "password": "correct horse battery"}""".formatted(taken.slug(), taken.slug())))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("slug"));
    }

    @Test
    void bad_fields_are_named_with_the_mend() throws Exception {
        http.perform(json(post("/api/sign-up"), """
                        {"agencyName": "", "slug": "No Spaces", "timeZone": "Mars/Base", "ownerName": "O", "email": "nope", "password": "short"}"""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:invalid"))
                .andExpect(jsonPath("$.errors[?(@.field == 'slug')].message")
                        .value("takes small letters, digits and single hyphens."))
                .andExpect(jsonPath("$.errors[?(@.field == 'password')]").exists());
        http.perform(json(post("/api/sign-in"), "{\"email\": \"a@b.example\", \"password\": \"x\", \"tenantId\": 1}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("tenantId"));
        http.perform(json(post("/api/sign-in"), "{\"email\": "))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:malformed-json"));
    }

    @Test
    void a_wrong_password_and_an_unknown_e_mail_get_the_same_answer() throws Exception {
        var agency = agencies.fresh();

        var wrong = http.perform(json(post("/api/sign-in"), signIn(agency.email(), "not the password")))
                .andExpect(status().isUnauthorized())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var unknown = http.perform(json(post("/api/sign-in"), signIn("nobody@nowhere.example", "not the password")))
                .andExpect(status().isUnauthorized())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(unknown).isEqualTo(wrong);
    }

    @Test
    void a_signed_out_session_opens_nothing() throws Exception {
        var agency = agencies.fresh();
        var session = http.perform(json(post("/api/sign-in"), signIn(agency.email(), TestAgencies.PASSWORD)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getCookie("__Host-doorstep");
        http.perform(get("/api/me").cookie(session)).andExpect(status().isOk());

        http.perform(post("/api/sign-out").cookie(session).with(SecurityMockMvcRequestPostProcessors.csrf()))
                .andExpect(status().isNoContent());

        http.perform(get("/api/me").cookie(session))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.type").value("urn:doorstep:problem:not-signed-in"));
    }

    @Test
    void a_cookie_without_its_csrf_token_changes_nothing() throws Exception {
        var agency = agencies.fresh();
        var session = http.perform(json(post("/api/sign-in"), signIn(agency.email(), TestAgencies.PASSWORD)))
                .andReturn()
                .getResponse()
                .getCookie("__Host-doorstep");

        http.perform(post("/api/me/agency")
                        .cookie(session)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"slug\": \"x\"}"))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_bearer_token_names_its_agency_and_a_forged_one_nobody() throws Exception {
        var agency = agencies.fresh();
        var token = http.perform(post("/api/token")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"email\": \"%s\", \"password\": \"%s\", \"agency\": \"%s\"}"
                                .formatted(agency.email(), TestAgencies.PASSWORD, agency.slug())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll(".*\"accessToken\":\"([^\"]+)\".*", "$1");

        http.perform(get("/api/me").header("Authorization", "Bearer " + token))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.agency.slug").value(agency.slug()));

        var parts = token.split("\\.");
        var unsigned = "eyJhbGciOiJub25lIn0." + parts[1] + ".";
        for (var forged : new String[] {unsigned, parts[0] + "." + parts[1] + ".AAAA", "nonsense", ""}) {
            http.perform(get("/api/me").header("Authorization", "Bearer " + forged))
                    .andExpect(status().isUnauthorized());
        }
    }

    @Test
    void every_route_that_is_not_listed_is_closed() throws Exception {
        http.perform(get("/api/anything")).andExpect(status().isUnauthorized());
        http.perform(get("/actuator/env")).andExpect(status().is4xxClientError());
        http.perform(get("/api/me").cookie(new Cookie("__Host-doorstep", "made-up")))
                .andExpect(status().isUnauthorized());
    }

    private static String signIn(String email, String password) {
        return "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password);
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.with(SecurityMockMvcRequestPostProcessors.csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }
}
