package io.doorstep.identity.passkey;

import io.doorstep.platform.Opaque;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/** A cookie that says of two requests that one browser made both. It names nobody and opens nothing. */
public final class ThisBrowser {

    private static final String NAME = "__Host-doorstep-passkey";

    private ThisBrowser() {}

    /** The browser's value, or a new one; kept over several tabs, so that none ends the challenge of another. */
    public static String known(HttpServletRequest request) {
        return read(request).orElseGet(Opaque::text);
    }

    /** Of a browser that has no cookie no challenge is found. */
    public static String required(HttpServletRequest request) {
        return read(request).orElse("");
    }

    public static ResponseCookie cookie(String value) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(true)
                .sameSite("Strict")
                .path("/")
                .maxAge(Challenges.LIFE)
                .build();
    }

    private static Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(jakarta.servlet.http.Cookie::getValue)
                .filter(value -> value.matches(Opaque.SHAPE))
                .findFirst();
    }
}
