import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Visitors who write and wait: from the message's POST to the assistant's answer on the open event stream.
 * {@code java Turns.java PORT SITE_KEY VISITORS TALKS}; prints the milliseconds of each answer, one a line.
 */
class Turns {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String chat;
    private final String key = UUID.randomUUID().toString().replace("-", "");
    private final BlockingQueue<Long> answers = new ArrayBlockingQueue<>(100);

    private Turns(String chat) {
        this.chat = chat;
    }

    public static void main(String[] args) throws Exception {
        var talks = Files.readString(Path.of(args[3])).strip().split("\n\n");
        var chat = "http://localhost:%s/public/chat/%s".formatted(args[0], args[1]);
        for (int visitor = 0; visitor < Integer.parseInt(args[2]); visitor++) {
            new Turns(chat).talk(talks[visitor % talks.length].split("\n"));
        }
        System.exit(0); // the streams stay open
    }

    private void talk(String[] lines) throws Exception {
        boolean listening = false;
        for (var line : lines) {
            answers.clear();
            long before = System.nanoTime();
            send(line);
            if (!listening) Thread.ofVirtual().start(this::listen);
            listening = true;
            var at = answers.poll(2, TimeUnit.SECONDS);
            // handed over: the assistant is silent from here on
            if (at == null) return;
            System.out.printf("%.2f%n", (at - before) / 1e6);
        }
    }

    private void send(String text) throws IOException, InterruptedException {
        var body = "{\"clientId\":\"%s\",\"text\":\"%s\"}".formatted(UUID.randomUUID(), text);
        var request = request("/messages")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 202) throw new IllegalStateException("the message was answered by " + status);
    }

    private void listen() {
        try {
            var stream = http.send(request("/events").build(), HttpResponse.BodyHandlers.ofInputStream());
            var lines = new BufferedReader(new InputStreamReader(stream.body(), UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (isAnswer(line)) answers.add(System.nanoTime());
            }
        } catch (IOException | InterruptedException closed) {
            // the bench is over
        }
    }

    /** Message 1 is the greeting, which answers nothing: who writes on at once begins a burst. */
    private static boolean isAnswer(String line) {
        return line.startsWith("data:")
                && line.contains("\"author\":\"ASSISTANT\"")
                && !line.matches(".*\"seq\":1\\b.*");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(chat + path)).header("X-Visitor-Key", key);
    }
}
