package io.doorstep.attack;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Asks over a real connection. Of an answer that never ends by itself: its head and first bytes. */
final class OverSocket {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    OverSocket(int port) {
        this.port = port;
    }

    Answer send(String pathAndQuery, java.util.Map<String, String> headers, Pass pass) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + pathAndQuery))
                .timeout(PATIENCE);
        headers.forEach(request::header);
        switch (pass) {
            case Pass.Nobody _ -> {}
            case Pass.Bearer bearer -> request.header("Authorization", "Bearer " + bearer.token());
            case Pass.Session session -> request.header("Cookie", "__Host-doorstep=" + session.cookie());
        }
        try {
            var response = client.send(request.build(), BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                var kept = new TreeMap<>(response.headers().map());
                kept.remove("date");
                var endless =
                        kept.getOrDefault("content-type", List.of()).toString().contains("event-stream");
                var text = endless ? first(body) : body.readAllBytes();
                return new Answer(response.statusCode(), kept, new String(text, StandardCharsets.UTF_8));
            }
        } catch (IOException | InterruptedException unanswered) {
            throw new IllegalStateException(pathAndQuery, unanswered);
        }
    }

    private static byte[] first(InputStream body) throws IOException {
        var bytes = new byte[4096];
        return Arrays.copyOf(bytes, Math.max(0, body.read(bytes)));
    }
}
