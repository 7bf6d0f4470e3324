package io.doorstep.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.doorstep.conversation.ConversationState;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Server-sent events as the HTML standard writes them; the id of a message event is its place. */
final class EventStream implements ChatStreams.Wire {

    private final HttpServletResponse response;
    private final JsonMapper json;

    EventStream(HttpServletResponse response, JsonMapper json) {
        this.response = response;
        this.json = json;
    }

    @Override
    public void begin() throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // nginx would hold events back
        heartbeat();
    }

    @Override
    public void message(ChatMessage message) throws IOException {
        send("id: " + message.seq() + "\nevent: message\ndata: " + json.writeValueAsString(message) + "\n\n");
    }

    @Override
    public void state(ConversationState state) throws IOException {
        send("event: state\ndata: " + json.writeValueAsString(Map.of("state", state)) + "\n\n");
    }

    @Override
    public void draft(String words) throws IOException {
        send("event: draft\ndata: " + json.writeValueAsString(Map.of("text", words)) + "\n\n");
    }

    @Override
    public void heartbeat() throws IOException {
        send(":\n\n");
    }

    private void send(String event) throws IOException {
        response.getOutputStream().write(event.getBytes(UTF_8));
        response.flushBuffer();
    }
}
