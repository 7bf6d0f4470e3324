package io.doorstep.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.BufferedInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One request and its answer beneath langchain4j, which knows the shapes of the API but not what a turn has to know about a call: the cost
 * and the provider, {@code Retry-After}, an error inside an answer that began well, a stream that stops half-way. Runs in the caller's
 * thread, so nothing goes on after the turn has lost patience.
 */
final class Exchange implements HttpClient {

    private static final String DONE = "[DONE]";

    private final Transport transport;
    private final long deadline;
    private final JsonMapper json;
    private Receipt receipt = Receipt.UNKNOWN;
    private @Nullable Failure failure;
    private boolean done;

    /** @param deadline in {@link System#nanoTime()} */
    Exchange(Transport transport, long deadline, JsonMapper json) {
        this.transport = transport;
        this.deadline = deadline;
        this.json = json;
    }

    Receipt receipt() {
        return failure != null && !failure.charged() ? Receipt.FREE : receipt;
    }

    @Nullable
    Failure failure() {
        return failure;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try (var answer = transport.send(request, deadline)) {
            var body = new String(answer.body().readAllBytes(), UTF_8);
            answer.requireWhole();
            note(body);
            requireGood();
            return SuccessfulHttpResponse.builder().statusCode(200).body(body).build();
        } catch (IOException broken) {
            throw stopped(transport.failureOf(broken, deadline));
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try (var answer = transport.send(request, deadline)) {
            var body = new BufferedInputStream(answer.body());
            if (isWhole(body)) note(new String(body.readAllBytes(), UTF_8));
            else parser.parse(body, noting(listener));
            answer.requireWhole();
            requireGood();
            if (!done) throw new IOException("the stream ended in its middle");
            listener.onClose();
        } catch (IOException broken) {
            throw stopped(transport.failureOf(broken, deadline));
        }
    }

    /** Who refuses to stream says so in JSON, and under any type. */
    private static boolean isWhole(BufferedInputStream body) throws IOException {
        body.mark(1);
        var first = body.read();
        body.reset();
        return first == '{';
    }

    private ServerSentEventListener noting(ServerSentEventListener listener) {
        return new ServerSentEventListener() {
            @Override
            public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
                if (event.data().equals(DONE)) {
                    done = true;
                } else {
                    note(event.data());
                }
                if (failure == null) listener.onEvent(event, context);
            }

            @Override
            public void onError(Throwable broken) {
                // said again, and more exactly, by requireWhole
            }
        };
    }

    /** What the body says beside the answer, and whether it is one at all: some errors come with status 200. */
    private void note(String body) {
        try {
            var piece = json.readTree(body);
            receipt = receipt.with(piece);
            if (piece.hasNonNull("error")) fail(inAnswer(piece.get("error")));
            else if (!piece.path("choices").isArray()) fail(Failure.unpriced(Outcome.UNREADABLE));
        } catch (JacksonException noJson) {
            fail(Failure.unpriced(Outcome.UNREADABLE));
        }
    }

    /** What was said before the error may have been charged. */
    private Failure inAnswer(JsonNode error) {
        var status = error.path("code").asInt(0);
        var charged = receipt.costMicros() != null;
        return new Failure(Failure.ofStatus(status >= 400 ? status : 500, null).outcome(), null, charged);
    }

    private void fail(Failure reason) {
        if (failure == null) failure = reason;
    }

    private void requireGood() {
        if (failure != null) throw stopped(failure);
    }

    private RuntimeException stopped(Failure reason) {
        fail(reason);
        return new IllegalStateException("the call failed: " + reason.outcome());
    }
}
