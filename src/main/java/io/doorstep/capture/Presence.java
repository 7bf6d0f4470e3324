package io.doorstep.capture;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether a visitor has the chat open, on this node. */
@Component
public class Presence {

    private final ChatStreams streams;

    Presence(ChatStreams streams) {
        this.streams = streams;
    }

    public boolean online(UUID conversationId) {
        return streams.online(conversationId);
    }
}
