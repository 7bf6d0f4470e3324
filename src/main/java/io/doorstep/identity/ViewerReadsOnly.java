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
    private static final Map<String, String> OWN = Map.ofEntries(
            Map.entry(
                    "/api/me/**", "the person's own password, passkeys, second factors, sessions and choice of agency"),
            Map.entry("/api/sign-in/**", "another way in, or as somebody else"),
            Map.entry("/api/sign-up", "an agency of one's own"),
            Map.entry("/api/sign-out", "ends the own session"),
            Map.entry("/api/token/**", "the own tokens"),
            Map.entry("/api/new-password/**", "the own password, by a link"),
            Map.entry("/api/links/**", "a link that came by e-mail"),
            Map.entry("/api/invitations/**", "an invitation to another agency"),
            Map.entry("/c/**", "a public form: everybody may write there"),
            Map.entry("/a/**", "a lead's own link"),
            Map.entry("/keep/**", "an owner's link by e-mail, whoever else is signed in"),
            Map.entry("/public/**", "the public chat: everybody may write there"));

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
