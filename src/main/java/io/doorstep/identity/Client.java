package io.doorstep.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Where a sign-in comes from, as a person would recognise it in a list of sessions. @param userAgent 300 characters at most */
public record Client(String address, @Nullable String userAgent) {

    private static final int LONGEST = 300;

    public static Client of(HttpServletRequest request) {
        var agent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT))
                .map(text -> text.substring(0, Math.min(text.length(), LONGEST)))
                .orElse(null);
        return new Client(request.getRemoteAddr(), agent);
    }
}
