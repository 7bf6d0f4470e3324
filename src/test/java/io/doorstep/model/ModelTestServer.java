package io.doorstep.model;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model behind OpenRouter's wire format (https://openrouter.ai/docs/api-reference), on a loopback port: real sockets, so that half
 * streams, resets and silence are what they are in the world. It answers by a script of {@link Behaviour}s and keeps what it was
 * asked.
 *
 * <pre>{@code
 * try (var server = ModelTestServer.start()) {
 *     server.answers(Behaviour.SAYS_NOTHING_NEW, Fault.RATE_LIMITED); // the last one stays
 *     ...
 *     assertThat(server.asked()).hasSize(2);
 * }
 * }</pre>
 */
public final class ModelTestServer implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Deque<Behaviour> script = new ArrayDeque<>(List.of(Behaviour.SAYS_NOTHING_NEW));

    private ModelTestServer(ServerSocket listening) {
        this.listening = listening;
    }

    public static ModelTestServer start() {
        try {
            var server = new ModelTestServer(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("model-test-server").start(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the server answers one request. */
    public interface Behaviour {

        /** Reads nothing out of the message, and leaves the draft's wording as it is. */
        Behaviour SAYS_NOTHING_NEW = (request, wire) ->
                wire.says(request, request.wants().equals(Asked.UNDERSTANDING) ? Answers.nothing() : request.draft());

        void answer(Asked request, Wire wire) throws IOException;

        /** Answers with this content, made from the request. */
        static Behaviour saying(java.util.function.Function<Asked, String> content) {
            return (request, wire) -> wire.says(request, content.apply(request));
        }
    }

    /** One request as it came over the wire. */
    public record Asked(Map<String, String> headers, JsonNode body) {

        public static final String UNDERSTANDING = "understanding";
        public static final String WORDING = "wording";

        /** What for: the name of the schema that was asked for, {@link #WORDING} where there is none. */
        public String wants() {
            return body.at("/response_format/json_schema/name").asString(WORDING);
        }

        public String model() {
            return body.get("model").asString();
        }

        public boolean streams() {
            return body.path("stream").asBoolean(false);
        }

        public String system() {
            return said("system");
        }

        public String user() {
            return said("user");
        }

        /** The lead's message, as far as the model got to see it. */
        public String message() {
            return JSON.readTree(user()).path("message").asString("");
        }

        /** The local engine's wording that is to be put better. */
        public String draft() {
            return JSON.readTree(user()).path("draft").asString("");
        }

        private String said(String role) {
            return body.get("messages")
                    .valueStream()
                    .filter(message -> message.get("role").asString().equals(role))
                    .map(message -> message.get("content").asString())
                    .reduce((_, last) -> last)
                    .orElse("");
        }
    }

    /** To be given as the base URL of the API. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/api/v1");
    }

    /** From now on, one after the other; the last one for all that follow. */
    public ModelTestServer answers(Behaviour... behaviours) {
        synchronized (script) {
            script.clear();
            script.addAll(List.of(behaviours));
        }
        return this;
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public void forget() {
        asked.clear();
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (var socket : open) socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var request = read(new BufferedInputStream(socket.getInputStream()));
            asked.add(request);
            next().answer(request, new Wire(socket));
        } catch (IOException clientHasGone) {
            // as in the world: nobody to tell
        } finally {
            open.remove(socket);
        }
    }

    private Behaviour next() {
        synchronized (script) {
            return script.size() > 1 ? script.removeFirst() : script.getFirst();
        }
    }

    private static Asked read(InputStream in) throws IOException {
        line(in);
        var headers = new TreeMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        var body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Asked(headers, JSON.readTree(new String(body, StandardCharsets.UTF_8)));
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("the client stopped in the middle of a line");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }
}
