package io.doorstep.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** Ties one-time links to the browser that asked for them. */
final class LinkCookie {

    static final String NAME = "__Host-doorstep-link";

    private LinkCookie() {}

    static Optional<String> of(HttpServletRequest http) {
        return Optional.ofNullable(WebUtils.getCookie(http, NAME))
                .map(jakarta.servlet.http.Cookie::getValue)
                .filter(value -> value.length() == 43);
    }

    static ResponseCookie holding(String value) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(true)
                .sameSite("Strict")
                .path("/")
                .maxAge(MailLink.LIFE.plusMinutes(1))
                .build();
    }
}
