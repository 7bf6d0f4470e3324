package io.doorstep.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes one answer, whole or in pieces. Every answer closes its connection. */
public final class Wire {

    static final String PROVIDER = "Loopback";

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PROMPT_TOKENS = 600;
    private static final int COMPLETION_TOKENS = 40;

    private final Socket socket;
    private double cost = 0.0004;

    Wire(Socket socket) {
        this.socket = socket;
    }

    /** Dollars that each whole answer costs; negative leaves the price out. */
    public Wire costing(double dollars) {
        this.cost = dollars;
        return this;
    }

    /** A whole and right answer, streamed when that was asked for. */
    public void says(ModelTestServer.Asked request, String content) throws IOException {
        if (!request.streams()) {
            json(200, Map.of(), completion(request, content, "stop"));
            return;
        }
        beginStream();
        for (var piece : content.split("(?<= )")) event(chunk(request, piece, Map.of()));
        event(chunk(request, "", Map.of("usage", usage())));
        send("data: [DONE]\n\n");
    }

    /** Streams the first sentence, waits, and streams the rest. */
    public void saysInTwo(ModelTestServer.Asked request, String content, Pause pause) throws IOException {
        var end = content.indexOf(' ', content.indexOf('.'));
        beginStream();
        event(chunk(request, content.substring(0, end + 1), Map.of()));
        event(chunk(request, content.substring(end + 1, end + 3), Map.of()));
        try {
            pause.hold();
        } catch (Exception stopped) {
            throw new IOException(stopped);
        }
        event(chunk(request, content.substring(end + 3), Map.of()));
        event(chunk(request, "", Map.of("usage", usage())));
        send("data: [DONE]\n\n");
    }

    /** What an answer waits for in its middle. */
    public interface Pause {
        void hold() throws Exception;
    }

    void json(int status, Map<String, String> headers, Object body) throws IOException {
        raw(status, headers, JSON.writeValueAsString(body));
    }

    void raw(int status, Map<String, String> headers, String body) throws IOException {
        head(status, "application/json", headers, body.getBytes(UTF_8).length);
        send(body);
    }

    /** OpenRouter's error body. */
    void error(int status, Map<String, String> headers, String message) throws IOException {
        var metadata = Map.of("provider_name", PROVIDER, "raw", message);
        json(
                status,
                headers,
                Map.of("error", Map.of("code", status, "message", message, "metadata", metadata), "user_id", "user_1"));
    }

    void beginStream() throws IOException {
        head(200, "text/event-stream", Map.of(), -1);
        send(": OPENROUTER PROCESSING\n\n");
    }

    void event(Object data) throws IOException {
        send("data: " + JSON.writeValueAsString(data) + "\n\n");
    }

    void head(int status, String type, Map<String, String> headers, long length) throws IOException {
        var head = new StringBuilder(
                "HTTP/1.1 %d Scripted\r\nContent-Type: %s\r\nConnection: close\r\n".formatted(status, type));
        if (length >= 0) head.append("Content-Length: ").append(length).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        send(head.append("\r\n").toString());
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
        socket.getOutputStream().flush();
    }

    /** The connection breaks off with a reset, not with an end. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Says nothing more, until the other side has had enough. */
    void holdUntilClosed() throws IOException {
        while (socket.getInputStream().read() >= 0) continue;
    }

    Map<String, Object> completion(ModelTestServer.Asked request, String content, String finish) {
        var whole = envelope(request, "chat.completion");
        whole.put(
                "choices",
                List.of(Map.of(
                        "index",
                        0,
                        "finish_reason",
                        finish,
                        "native_finish_reason",
                        finish,
                        "message",
                        Map.of("role", "assistant", "content", content))));
        whole.put("usage", usage());
        return whole;
    }

    Map<String, Object> chunk(ModelTestServer.Asked request, String content, Map<String, Object> more) {
        var chunk = envelope(request, "chat.completion.chunk");
        chunk.put("choices", List.of(Map.of("index", 0, "delta", Map.of("role", "assistant", "content", content))));
        chunk.putAll(more);
        return chunk;
    }

    private static Map<String, Object> envelope(ModelTestServer.Asked request, String object) {
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("id", "gen-1");
        envelope.put("provider", PROVIDER);
        envelope.put("model", request.model());
        envelope.put("object", object);
        envelope.put("created", 1_764_000_000);
        return envelope;
    }

    private Map<String, Object> usage() {
        var usage = new LinkedHashMap<String, Object>();
        usage.put("prompt_tokens", PROMPT_TOKENS);
        usage.put("completion_tokens", COMPLETION_TOKENS);
        usage.put("total_tokens", PROMPT_TOKENS + COMPLETION_TOKENS);
        if (cost >= 0) usage.put("cost", cost);
        return usage;
    }
}
