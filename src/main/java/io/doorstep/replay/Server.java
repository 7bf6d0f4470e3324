package io.doorstep.replay;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running server's public door: what a visitor's browser would ask of it, and nothing more. */
final class Server implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CHAT = Pattern.compile("/chat/(site_[a-z0-9]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long SOON = 250;

    private final String url;
    private final HttpClient http;

    Server(URI url) {
        this.url = url.toString().replaceAll("/+$", "");
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(3))
                .build();
    }

    record Stored(String state, List<ChatLine> lines) {}

    /** Where a visitor finds it: on the agency's capture page. Waits for a server that is on its way. */
    String siteKey(String agency, long patienceMillis) throws InterruptedException {
        var giveUp = System.nanoTime() + patienceMillis * 1_000_000;
        while (System.nanoTime() < giveUp) {
            try {
                var answer = http.send(
                        request("/c/" + agency).timeout(PATIENCE).GET().build(), BodyHandlers.ofString());
                var chat = CHAT.matcher(answer.body());
                if (answer.statusCode() == 200 && chat.find()) {
                    return chat.group(1);
                }
                throw new ReplayStopped("%s/c/%s answers %d and shows no chat. Is the slug right?"
                        .formatted(url, agency, answer.statusCode()));
            } catch (IOException notThere) {
                Thread.sleep(SOON);
            }
        }
        throw new ReplayStopped("Nothing answers at %s. Start the server first: ./doorstep run".formatted(url));
    }

    Reply send(String siteKey, String visitorKey, UUID clientId, String text) throws InterruptedException {
        var body = JSON.createObjectNode().put("clientId", clientId.toString()).put("text", text);
        var request = chat(siteKey, visitorKey, "messages")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            return read(http.send(request, BodyHandlers.ofString()));
        } catch (IOException unreachable) {
            return new Reply.Later(SOON);
        }
    }

    private static Reply read(HttpResponse<String> answer) {
        var body = parse(answer.body());
        var status = answer.statusCode();
        if (status == 202) {
            var conversation = body.path("conversationId").asString("");
            var seq = body.path("seq").asLong(0);
            return seq > 0 && !conversation.isEmpty()
                    ? new Reply.Accepted(UUID.fromString(conversation), seq)
                    : new Reply.No("202 without a conversation and a place");
        }
        var problem = body.path("type").asString("").replaceFirst(".*:", "");
        var full = problem.equals("conversation-full");
        if (status == 429 && !full || status == 503) {
            return new Reply.Later(Math.max(SOON, retryAfter(answer)));
        }
        return status >= 500 || status == 408 ? new Reply.Later(SOON) : new Reply.No(status + " " + problem);
    }

    /** Empty while the server can't say. */
    Optional<Stored> conversation(String siteKey, String visitorKey) throws InterruptedException {
        try {
            var answer =
                    http.send(chat(siteKey, visitorKey, "conversation").GET().build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                Thread.sleep(Math.clamp(retryAfter(answer), SOON, 60_000));
                return Optional.empty();
            }
            var body = parse(answer.body());
            var lines = body.path("messages").valueStream().map(Server::line).toList();
            return Optional.of(new Stored(body.path("state").asString(""), lines));
        } catch (IOException unreachable) {
            Thread.sleep(SOON);
            return Optional.empty();
        }
    }

    /** The live stream from after a place; the caller closes it. */
    HttpResponse<InputStream> events(String siteKey, String visitorKey, long afterSeq)
            throws IOException, InterruptedException {
        var request = request("/public/chat/" + siteKey + "/events")
                .header("X-Visitor-Key", visitorKey)
                .header("Last-Event-ID", Long.toString(afterSeq))
                .header("Accept", "text/event-stream")
                .GET()
                .build();
        return http.send(request, BodyHandlers.ofInputStream());
    }

    JsonNode api(String token, String path) throws IOException, InterruptedException {
        var request = request(path)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .GET()
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("GET %s answered %d".formatted(path, answer.statusCode()));
        }
        return parse(answer.body());
    }

    String token(String agency, String user, String password) throws IOException, InterruptedException {
        var body = JSON.createObjectNode()
                .put("email", user)
                .put("password", password)
                .put("agency", agency);
        var request = request("/api/token")
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("sign-in as %s answered %d".formatted(user, answer.statusCode()));
        }
        return parse(answer.body()).path("accessToken").asString("");
    }

    private HttpRequest.Builder chat(String siteKey, String visitorKey, String what) {
        return request("/public/chat/" + siteKey + "/" + what).timeout(PATIENCE).header("X-Visitor-Key", visitorKey);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    static ChatLine line(JsonNode node) {
        return new ChatLine(node.path("seq").asLong(0), node.path("author").asString(""), text(node.path("clientId")));
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }

    private static long retryAfter(HttpResponse<?> answer) {
        return answer.headers()
                        .firstValue("Retry-After")
                        .filter(value -> value.matches("\\d{1,6}"))
                        .map(Long::parseLong)
                        .orElse(0L)
                * 1000;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
