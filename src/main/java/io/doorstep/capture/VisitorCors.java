package io.doorstep.capture;

import io.doorstep.platform.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/**
 * Which web pages may read what the chat's doors answer: those on the agency's own list, never with credentials, and nothing else of ours is
 * readable from another origin.
 */
@Component("corsConfigurationSource")
class VisitorCors implements CorsConfigurationSource {

    private static final Pattern DOOR = Pattern.compile("/public/chat/([^/]+)/.*");

    private final Sites sites;

    VisitorCors(Sites sites) {
        this.sites = sites;
    }

    @Override
    public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
        var door = DOOR.matcher(request.getRequestURI());
        return door.matches() ? of(door.group(1), request.getHeader(HttpHeaders.ORIGIN)) : null;
    }

    /** None for a stranger: the door itself refuses him, in words. */
    private @Nullable CorsConfiguration of(String siteKey, @Nullable String origin) {
        try {
            var allowed = sites.find(siteKey).allowedOrigins();
            if (origin == null || !allowed.contains(origin)) {
                return null;
            }
            var cors = new CorsConfiguration();
            cors.setAllowedOrigins(allowed);
            cors.setAllowedMethods(List.of("GET", "POST"));
            cors.setAllowedHeaders(List.of("Content-Type", "X-Visitor-Key", "X-Proof", "Last-Event-ID"));
            cors.setExposedHeaders(List.of("Retry-After"));
            cors.setAllowCredentials(false);
            cors.setMaxAge(Duration.ofMinutes(10));
            return cors;
        } catch (Refused unknownSite) {
            return null;
        }
    }
}
