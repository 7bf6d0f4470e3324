package io.doorstep.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.identity.Credentials;
import io.doorstep.identity.Passwords;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DoorstepTest
class PasswordTest {

    private static final String NEW = "seven gulls on the pier";

    @Autowired
    MockMvc http;

    @Autowired
    TestAgencies agencies;

    @Autowired
    Credentials credentials;

    @Autowired
    Passwords passwords;

    @Test
    void a_changed_password_ends_the_other_sessions_and_only_the_new_one_opens() throws Exception {
        var agency = agencies.fresh();
        var here = new Browser(http);
        var elsewhere = new Browser(http);
        here.signIn(agency.email(), TestAgencies.PASSWORD).andExpect(status().isOk());
        elsewhere.signIn(agency.email(), TestAgencies.PASSWORD).andExpect(status().isOk());

        here.put("/api/me/password", change(TestAgencies.PASSWORD, NEW)).andExpect(status().isNoContent());

        here.get("/api/me").andExpect(status().isOk());
        elsewhere.get("/api/me").andExpect(status().isUnauthorized());
        new Browser(http).signIn(agency.email(), TestAgencies.PASSWORD).andExpect(status().isUnauthorized());
        new Browser(http).signIn(agency.email(), NEW).andExpect(status().isOk());
    }

    @Test
    void it_needs_the_present_one_and_refuses_a_stolen_or_obvious_one_with_the_reason() throws Exception {
        var agency = agencies.fresh();
        var browser = new Browser(http);
        browser.signIn(agency.email(), TestAgencies.PASSWORD);

        browser.put("/api/me/password", change("not the present one", NEW))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("present"));
        for (var bad : new String[] {
            "qwertyuiop", "Sunshine2026", "Olive-Owner-1", agency.settings().name() + "1"
        }) {
            browser.put("/api/me/password", change(TestAgencies.PASSWORD, bad))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.errors[0].field").value("password"));
        }

        new Browser(http).signIn(agency.email(), TestAgencies.PASSWORD).andExpect(status().isOk());
    }

    @Test
    void a_password_that_became_known_is_said_after_sign_in_until_it_is_changed() throws Exception {
        var agency = agencies.fresh();
        credentials.set(agency.owner().userId(), passwords.hash("1qaz2wsx3edc"));
        var browser = new Browser(http);

        browser.signIn(agency.email(), "1qaz2wsx3edc")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.user.mustChangePassword").value(true));
        browser.put("/api/me/password", change("1qaz2wsx3edc", NEW)).andExpect(status().isNoContent());

        browser.get("/api/me").andExpect(jsonPath("$.user.mustChangePassword").value(false));
    }

    @Test
    void a_hash_of_former_parameters_is_renewed_at_sign_in() throws Exception {
        var agency = agencies.fresh();
        var former = new org.springframework.security.crypto.argon2.Argon2PasswordEncoder(16, 32, 1, 4_096, 1);
        credentials.set(agency.owner().userId(), former.encode(TestAgencies.PASSWORD));

        new Browser(http).signIn(agency.email(), TestAgencies.PASSWORD).andExpect(status().isOk());

        assertThat(credentials.hashOf(agency.owner().userId()))
                .hasValueSatisfying(hash -> assertThat(hash).contains("m=19456,t=2,p=1"));
        new Browser(http).signIn(agency.email(), TestAgencies.PASSWORD).andExpect(status().isOk());
    }

    @Test
    void a_sign_up_with_a_stolen_password_names_the_field() throws Exception {
        new Browser(http)
                .post("/api/sign-up", """
                        {"agencyName": "Cliff", "slug": "cliff-%1$s", "timeZone": "America/Chicago", "ownerName": "C",
                         "email": "c@cliff-%1$s.example", "password": "passwordpassword"}""".formatted(System.nanoTime()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("password"))
                .andExpect(jsonPath("$.errors[0].message").value(org.hamcrest.Matchers.containsString("stolen")));
    }

    private static String change(String present, String password) {
        return "{\"present\": \"%s\", \"password\": \"%s\"}".formatted(present, password);
    }
}
