package io.doorstep.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Real streams over a real port. The assistant may speak in these conversations; what counts is order, gaps and doubles. */
@DoorstepTest
class ChatStreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    @Autowired
    TestAgencies agencies;

    @Autowired
    ChatStreams streams;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Listener> listeners = new ArrayList<>();

    TestAgency agency;
    String visitor;

    @BeforeEach
    void aVisitor() {
        agency = agencies.fresh();
        visitor = UUID.randomUUID().toString().replace("-", "");
    }

    @AfterEach
    void hangUp() {
        listeners.forEach(Listener::close);
    }

    @Test
    void messages_sent_while_streams_come_and_go_arrive_once_and_in_order_whatever_the_last_event_id()
            throws Exception {
        send("first");
        var early = listen(null);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 30; i++) {
                threads.submit(() -> send("message"));
                if (i % 10 == 5) {
                    listen(Long.toString(i / 2));
                }
            }
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(early.ids()).hasSizeGreaterThanOrEqualTo(32));
        var last = early.ids().getLast();
        for (var listener : listeners) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(listener.ids()).contains(last));
            var ids = listener.ids();
            assertThat(ids)
                    .containsExactlyElementsOf(LongStream.rangeClosed(ids.getFirst(), ids.getLast())
                            .boxed()
                            .toList());
        }
        assertThat(early.ids().getFirst()).isEqualTo(1);
        assertThat(listeners.get(1).ids().getFirst()).isEqualTo(3);
    }

    @Test
    void a_stream_that_was_opened_before_the_first_message_hears_it() throws Exception {
        var listener = listen(null);
        await().atMost(PATIENCE).until(() -> listener.lines().contains(":"));

        send("hello");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(listener.ids()).contains(1L, 2L));
        assertThat(listener.lines()).contains("event: state", "data: {\"state\":\"ASSISTANT\"}");
    }

    @Test
    void another_visitor_and_another_agency_hear_nothing() throws Exception {
        send("mine");
        var mine = listen(null);
        var other = listen(agency, "z".repeat(22), null);
        var elsewhere = listen(agencies.fresh(), visitor, null);

        send("secret");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(mine.ids()).contains(3L));
        assertThat(other.ids()).isEmpty();
        assertThat(elsewhere.ids()).isEmpty();
    }

    @Test
    void a_visitor_who_left_is_not_online_any_more() throws Exception {
        var conversation = UUID.fromString(send("hello").replaceAll(".*\"conversationId\":\"([^\"]+)\".*", "$1"));
        var listener = listen(null);
        await().atMost(PATIENCE).until(() -> streams.online(conversation));

        listener.close();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            send("still there?"); // writing to a closed connection is how the server learns of it
            return !streams.online(conversation);
        });
    }

    @Test
    void a_visitor_has_a_bounded_number_of_streams() throws Exception {
        for (int i = 0; i < 6; i++) {
            var listener = listen(null);
            await().atMost(PATIENCE).until(() -> listener.lines().contains(":"));
        }

        var refused = http.send(events(agency, visitor, null), HttpResponse.BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }

    private String send(String text) throws IOException, InterruptedException {
        var body = "{\"clientId\": \"%s\", \"text\": \"%s\"}".formatted(UUID.randomUUID(), text);
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(base(agency) + "/messages"))
                        .header("X-Visitor-Key", visitor)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.body();
    }

    private Listener listen(@Nullable String lastEventId) throws Exception {
        return listen(agency, visitor, lastEventId);
    }

    private Listener listen(TestAgency site, String key, @Nullable String lastEventId) throws Exception {
        var answer = http.send(events(site, key, lastEventId), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        var listener = new Listener(answer, new CopyOnWriteArrayList<>());
        listeners.add(listener);
        Thread.ofVirtual().start(listener::read);
        return listener;
    }

    private HttpRequest events(TestAgency site, String key, @Nullable String lastEventId) {
        var request = HttpRequest.newBuilder(URI.create(base(site) + "/events"))
                .header("X-Visitor-Key", key)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return request.GET().build();
    }

    private String base(TestAgency site) {
        return "http://localhost:" + port + "/public/chat/" + site.siteKey();
    }

    private record Listener(HttpResponse<InputStream> answer, List<String> lines) {

        void read() {
            try (var reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.add(line);
                }
            } catch (IOException closed) {
                // the test hung up
            }
        }

        List<Long> ids() {
            return lines.stream()
                    .filter(line -> line.startsWith("id: "))
                    .map(line -> Long.parseLong(line.substring(4)))
                    .toList();
        }

        void close() {
            try {
                answer.body().close();
            } catch (IOException alreadyClosed) {
                // nothing is left to close
            }
        }
    }
}
