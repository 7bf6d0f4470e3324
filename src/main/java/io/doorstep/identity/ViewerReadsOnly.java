package io.doorstep.identity;

import java.util.Map;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A viewer changes nothing of the agency. Asked once for every request, before any controller; behind it the database begins the viewer's
 * transactions read only. What is listed is the person's own, not the agency's.
 */
final class ViewerReadsOnly {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Reviewed: each with the reason why a viewer may do it. */
    private static final Map<String, String> OWN = Map.of(
            "/api/me/**", "the person's own password, passkeys, second factors, sessions and choice of agency",
            "/api/sign-in/**", "another way in, or as somebody else",
            "/api/sign-up", "an agency of one's own",
            "/api/sign-out", "ends the own session",
            "/api/token/**", "the own tokens",
            "/api/invitations/**", "an invitation to another agency");

    private static final Set<PathPattern> OWN_PATHS = OWN.keySet().stream()
            .map(PathPatternParser.defaultInstance::parse)
            .collect(java.util.stream.Collectors.toSet());

    static boolean refuses(CurrentMember member, String method, String path) {
        return !member.role().mayWrite() && !READING.contains(method) && !isOwn(path);
    }

    static boolean isOwn(String path) {
        var parsed = PathContainer.parsePath(path);
        return OWN_PATHS.stream().anyMatch(pattern -> pattern.matches(parsed));
    }

    private ViewerReadsOnly() {}
}
