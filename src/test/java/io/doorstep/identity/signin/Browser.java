package io.doorstep.identity.signin;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A browser with its cookies, at an address of its own. */
final class Browser {

    private final MockMvc http;
    private final String address;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    Browser(MockMvc http) {
        this(http, "127.0.0.1");
    }

    Browser(MockMvc http, String address) {
        this.http = http;
        this.address = address;
    }

    ResultActions post(String path, String body) throws Exception {
        return send(HttpMethod.POST, path, body);
    }

    ResultActions put(String path, String body) throws Exception {
        return send(HttpMethod.PUT, path, body);
    }

    ResultActions get(String path) throws Exception {
        return send(HttpMethod.GET, path, "");
    }

    private ResultActions send(HttpMethod method, String path, String body) throws Exception {
        var request = MockMvcRequestBuilders.request(method, java.net.URI.create(path))
                .with(csrf())
                .with(sent -> {
                    sent.setRemoteAddr(address);
                    return sent;
                });
        if (!cookies.isEmpty()) request.cookie(cookies.values().toArray(Cookie[]::new));
        if (!body.isEmpty()) request.contentType(MediaType.APPLICATION_JSON).content(body);
        var answer = http.perform(request);
        for (var cookie : answer.andReturn().getResponse().getCookies()) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        }
        return answer;
    }

    Cookie cookie(String name) {
        return cookies.get(name);
    }

    Browser forget(String name) {
        cookies.remove(name);
        return this;
    }

    ResultActions signIn(String email, String password) throws Exception {
        return post("/api/sign-in", "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password));
    }
}
