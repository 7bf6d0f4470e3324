package io.doorstep.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The answers to a page's first questions, as JSON that is safe inside a script element. It asks our own API by an internal include, with the
 * request's own member and tenant, so there is one truth about what each answer holds. What fails is left out; the page asks then.
 */
@Component
class BootData {

    private final ObjectMapper json;

    BootData(ObjectMapper json) {
        this.json = json;
    }

    String of(HttpServletRequest request, HttpServletResponse response) {
        var boot = json.createObjectNode();
        var queries = boot.putArray("queries");
        if (signedIn()) {
            var me = ask("/api/me", request, response);
            if (me != null) {
                boot.set("me", me);
                for (var question : FirstView.questionsOf(request.getRequestURI(), request.getQueryString())) {
                    var answer = ask(question, request, response);
                    if (answer != null) {
                        queries.addObject().put("path", question).set("data", answer);
                    }
                }
            }
        }
        // In a script element only "<" can end it or open a comment.
        return json.writeValueAsString(boot).replace("<", "\\u003c");
    }

    private static boolean signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(authority -> "MEMBER".equals(authority.getAuthority()));
    }

    private @org.jspecify.annotations.Nullable JsonNode ask(
            String path, HttpServletRequest request, HttpServletResponse response) {
        var captured = new CapturedResponse(response);
        try {
            request.getRequestDispatcher(withoutQuery(path)).include(new ApiRequest(request), captured);
            if (captured.getStatus() != HttpServletResponse.SC_OK) {
                return null;
            }
            return json.readTree(new String(captured.body(), UTF_8));
        } catch (ServletException | IOException | RuntimeException unanswered) {
            return null;
        }
    }

    /** The page's own parameters reach the API with the included request; named in the path too they would arrive twice. */
    private static String withoutQuery(String path) {
        var query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }
}
