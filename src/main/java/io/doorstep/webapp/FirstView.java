package io.doorstep.webapp;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which questions a page of the web app asks first, so that their answers can come with the HTML. */
enum FirstView {
    BOARD("/board", "/api/pipelines", "/api/board{query}"),
    INBOX("/inbox", "/api/inbox{query}"),
    CONVERSATION("/inbox/([^/]+)", "/api/inbox{query}", "/api/conversations/{id}"),
    LEADS("/leads", "/api/leads{query}"),
    LEAD("/leads/([^/]+)", "/api/leads/{id}", "/api/leads/{id}/timeline"),
    ANALYTICS("/analytics", "/api/analytics{query}");

    private final Pattern route;
    private final List<String> questions;

    FirstView(String route, String... questions) {
        this.route = Pattern.compile(route);
        this.questions = List.of(questions);
    }

    /** @param query of the page's URL; the web app asks the API with the same one */
    static List<String> questionsOf(String path, @Nullable String query) {
        for (var view : values()) {
            var match = view.route.matcher(path);
            if (match.matches()) {
                var id = match.groupCount() > 0 ? match.group(1) : "";
                var search = query == null ? "" : "?" + query;
                return view.questions.stream()
                        .map(question -> question.replace("{id}", id).replace("{query}", search))
                        .toList();
            }
        }
        return List.of();
    }
}
