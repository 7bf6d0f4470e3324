package io.doorstep.identity;

import io.doorstep.identity.key.ApiKeys;
import io.doorstep.identity.token.AccessTokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who asks: the session cookie of the web app, or a bearer token or key of the API. Neither, or a bad one, means nobody. */
@Component
class SignedIn extends OncePerRequestFilter {

    static final String MEMBER = "MEMBER";
    /** A member who owes the agency a second factor: only the way to it is open. */
    static final String OWING = "OWING";

    private static final String BEARER = "Bearer ";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final List<String> WITHOUT_SESSION = List.of("/public/", "/c/", "/a/", "/keep/", "/api/token");

    private final Sessions sessions;
    private final AccessTokens tokens;
    private final ApiKeys keys;
    private final SecondFactorPolicy secondFactor;

    SignedIn(Sessions sessions, AccessTokens tokens, ApiKeys keys, SecondFactorPolicy secondFactor) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.keys = keys;
        this.secondFactor = secondFactor;
    }

    /** A browser adds cookies by itself, but neither a bearer token nor anything to the routes that know no session. */
    static boolean needsCsrfToken(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !SAFE.contains(request.getMethod())
                && bearer(request).isEmpty()
                && WITHOUT_SESSION.stream().noneMatch(path::startsWith);
    }

    static Optional<String> sessionToken(HttpServletRequest request) {
        return Arrays.stream(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(SessionCookie.NAME))
                .map(Cookie::getValue)
                .findFirst();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var member = bearer(request)
                .map(credential -> byBearer(credential, request))
                .orElseGet(() -> sessionToken(request).flatMap(sessions::memberOf));
        member.ifPresent(known -> {
            var authority = secondFactor.objectionTo(known).isEmpty() ? MEMBER : OWING;
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new UsernamePasswordAuthenticationToken(
                    known, null, List.of(new SimpleGrantedAuthority(authority))));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    /** A key works in the API only: a page would carry answers of many rooms along. */
    private Optional<CurrentMember> byBearer(String credential, HttpServletRequest request) {
        if (!ApiKeys.looksLikeOne(credential)) {
            return tokens.memberOf(credential);
        }
        return request.getRequestURI().startsWith("/api/")
                ? keys.memberOf(credential, request.getRemoteAddr())
                : Optional.empty();
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()).strip());
    }
}
