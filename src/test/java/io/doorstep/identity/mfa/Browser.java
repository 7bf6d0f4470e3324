package io.doorstep.identity.mfa;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.jayway.jsonpath.JsonPath;
import io.doorstep.testing.TestAgencies;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Keeps its cookies from one request to the next. */
final class Browser {

    record Answer(int status, String body) {

        <T> T at(String path) {
            return JsonPath.read(body, path);
        }

        /** The problem's code. */
        String code() {
            return this.<String>at("$.type").replace("urn:doorstep:problem:", "");
        }
    }

    private final MockMvc http;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    private @org.jspecify.annotations.Nullable String token;

    Browser(MockMvc http) {
        this.http = http;
    }

    Browser copy() {
        var copy = new Browser(http);
        copy.cookies.putAll(cookies);
        return copy;
    }

    /** Sends this token from now on. */
    Browser bearer(String value) {
        token = value;
        return this;
    }

    Answer read(String path) {
        return perform(get(path));
    }

    Answer send(String path, String body) {
        return perform(post(path).contentType(MediaType.APPLICATION_JSON).content(body));
    }

    Answer replace(String path, String body) {
        return perform(put(path).contentType(MediaType.APPLICATION_JSON).content(body));
    }

    Answer remove(String path) {
        return perform(delete(path));
    }

    Answer signIn(String email) {
        return send(
                "/api/sign-in", "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, TestAgencies.PASSWORD));
    }

    SoftAuthenticator newPasskey(String name) {
        var authenticator = new SoftAuthenticator();
        var options = send("/api/me/passkeys/options", "");
        var answer = send(
                "/api/me/passkeys", authenticator.create(name, options.at("$.challenge"), options.at("$.user.id")));
        if (answer.status() != 200) {
            throw new AssertionError(answer);
        }
        return authenticator;
    }

    String signInChallenge() {
        return send("/api/sign-in/passkey/options", "").at("$.challenge");
    }

    Answer signInWith(String assertion) {
        return send("/api/sign-in/passkey", "{\"passkey\": %s}".formatted(assertion));
    }

    boolean isSignedIn() {
        return read("/api/me").status() == 200;
    }

    private Answer perform(MockHttpServletRequestBuilder request) {
        try {
            if (!cookies.isEmpty()) {
                request.cookie(cookies.values().toArray(Cookie[]::new));
            }
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            var response = http.perform(request.with(SecurityMockMvcRequestPostProcessors.csrf()))
                    .andReturn()
                    .getResponse();
            keep(response);
            return new Answer(response.getStatus(), response.getContentAsString());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void keep(MockHttpServletResponse response) {
        Arrays.stream(response.getCookies()).forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        });
    }
}
