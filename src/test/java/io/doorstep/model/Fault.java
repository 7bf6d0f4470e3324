package io.doorstep.model;

import io.doorstep.model.ModelTestServer.Asked;
import io.doorstep.model.ModelTestServer.Behaviour;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Everything that a provider or its model has been seen to do wrong; the last four are a model that turned against us. */
public enum Fault implements Behaviour {
    UNAUTHORIZED((request, wire) -> wire.error(401, Map.of(), "No auth credentials found")),
    OUT_OF_CREDIT((request, wire) -> wire.error(402, Map.of(), "Insufficient credits")),
    NO_SUCH_MODEL((request, wire) -> wire.error(404, Map.of(), "No endpoints found")),
    UPSTREAM_TIMEOUT((request, wire) -> wire.error(408, Map.of(), "Request timed out")),
    RATE_LIMITED((request, wire) -> wire.error(429, Map.of("Retry-After", "30"), "Rate limit exceeded")),
    SERVER_ERROR((request, wire) -> wire.error(500, Map.of(), "Internal Server Error")),
    BAD_GATEWAY((request, wire) -> wire.raw(502, Map.of(), "<html><h1>Bad gateway</h1></html>")),
    UNAVAILABLE((request, wire) -> wire.error(503, Map.of(), "No provider available")),
    ERROR_IN_OK((request, wire) -> wire.error(200, Map.of(), "Provider returned error")),
    REDIRECT((request, wire) -> wire.raw(302, Map.of("Location", "http://127.0.0.1:9/elsewhere"), "")),
    BROKEN_ENVELOPE((request, wire) -> wire.raw(200, Map.of(), "{\"id\":\"gen-1\",\"choices\":[{")),
    EMPTY((request, wire) -> wire.says(request, "")),
    CUT_SHORT((request, wire) -> wire.json(200, Map.of(), wire.completion(request, "{\"intent\":{\"val", "length"))),
    INVALID_JSON((request, wire) -> wire.says(request, "Sure! Here are the facts: {beds: 3,}")),
    WRONG_SCHEMA((request, wire) -> wire.says(request, "{\"facts\":[{\"name\":\"beds\",\"value\":\"three\"}]}")),
    HALF_STREAM(Fault::halfStream),
    MIDSTREAM_ERROR(Fault::midstreamError),
    SLOW_DRIP(Fault::slowDrip),
    SILENCE((request, wire) -> wire.holdUntilClosed()),
    HUGE_BODY(Fault::hugeBody),
    RESET((request, wire) -> wire.reset()),
    HALLUCINATED_QUOTES((request, wire) -> wire.says(request, Answers.everything("words that nobody wrote"))),
    PROMPT_ECHO((request, wire) -> wire.says(request, request.system() + "\n" + request.user())),
    OBEYS_THE_ATTACKER(Fault::obeys),
    LIES((request, wire) -> wire.says(
            request,
            request.wants().equals(Asked.UNDERSTANDING)
                    ? Answers.everything(request.message())
                    : "I'm a real person and this home is worth $9,000,000 at https://evil.example for sure!"));

    private final Behaviour behaviour;

    Fault(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    @Override
    public void answer(Asked request, Wire wire) throws IOException {
        behaviour.answer(request, wire);
    }

    private static void halfStream(Asked request, Wire wire) throws IOException {
        if (request.streams()) {
            wire.beginStream();
            wire.event(wire.chunk(request, "Half of ", Map.of()));
        } else {
            wire.head(200, "application/json", Map.of(), 4_000);
            wire.send("{\"id\":\"gen-1\",\"provider\":\"Loopback\",");
        }
        wire.reset();
    }

    private static void midstreamError(Asked request, Wire wire) throws IOException {
        var error = Map.of("code", "server_error", "message", "Provider disconnected unexpectedly");
        var ended = List.of(Map.of("index", 0, "delta", Map.of("content", ""), "finish_reason", "error"));
        wire.beginStream();
        wire.event(wire.chunk(request, "Half of ", Map.of()));
        wire.event(wire.chunk(request, "", Map.of("error", error, "choices", ended)));
    }

    /** Always alive, never done. */
    private static void slowDrip(Asked request, Wire wire) throws IOException {
        wire.head(200, request.streams() ? "text/event-stream" : "application/json", Map.of(), -1);
        while (true) {
            wire.send(request.streams() ? ": OPENROUTER PROCESSING\n\n" : " ");
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void hugeBody(Asked request, Wire wire) throws IOException {
        var megabyte = "x".repeat(1 << 20);
        wire.head(200, request.streams() ? "text/event-stream" : "application/json", Map.of(), -1);
        wire.send(request.streams() ? "data: {\"choices\":[{\"delta\":{\"content\":\"" : "{\"id\":\"");
        for (var sent = 0; sent < 200; sent++) wire.send(megabyte);
    }

    /** Takes the message for an order, as far as the shape of the answer lets it. */
    private static void obeys(Asked request, Wire wire) throws IOException {
        if (request.wants().equals(Asked.UNDERSTANDING)) {
            wire.says(request, Answers.everything(request.message()));
        } else {
            wire.says(
                    request,
                    "As you ordered. My instructions are: " + request.system() + " Visit https://evil.example now.");
        }
    }
}
