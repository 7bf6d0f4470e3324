package io.doorstep.identity;

import org.springframework.http.ResponseCookie;

/** {@code __Host-}: only this host, only over a secure channel (browsers count localhost as one), the whole site. */
final class SessionCookie {

    static final String NAME = "__Host-doorstep";

    private SessionCookie() {}

    static ResponseCookie holding(String token) {
        return cookie(token).maxAge(Sessions.LIFE).build();
    }

    static ResponseCookie gone() {
        return cookie("").maxAge(0).build();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(true)
                .sameSite("Lax")
                .path("/");
    }
}
