package io.doorstep.capture;

import io.doorstep.conversation.Author;
import io.doorstep.conversation.ConversationState;
import io.doorstep.model.ReplyDrafts;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Live;
import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.TenantScope;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The live side of the chat. A stream never carries what it was told: a live event only wakes it, and what it then sends is read from the
 * database after the last place sent. So a replay and live messages have no gap and no double, whatever is lost or late in
 * between. Each stream is one virtual thread, that of its request, in no tenant: it enters its own for every read.
 */
@Component
class ChatStreams {

    private static final int MOST_OF_A_VISITOR = 6; // as many tabs

    private final ReadThread readThread;
    private final Live live;
    private final ReplyDrafts drafts;
    private final int most;
    private final Duration heartbeat;
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    ChatStreams(
            ReadThread readThread,
            Live live,
            ReplyDrafts drafts,
            @Value("${doorstep.limits.chat-streams:5000}") int most,
            @Value("${doorstep.chat.heartbeat:15s}") Duration heartbeat) {
        this.readThread = readThread;
        this.live = live;
        this.drafts = drafts;
        this.most = most;
        this.heartbeat = heartbeat;
    }

    /** Where a stream writes to; the only place that knows the wire format. */
    interface Wire {
        /** Once, after the stream was admitted: a refusal is an ordinary answer. */
        void begin() throws IOException;

        void message(ChatMessage message) throws IOException;

        void state(ConversationState state) throws IOException;

        /** What the assistant is about to say, as far as it is worded; empty when that is over. Stored nowhere. */
        void draft(String words) throws IOException;

        void heartbeat() throws IOException;
    }

    /** Returns when the application stops; throws when the visitor has gone. */
    void serve(TenantId tenant, Visitor visitor, long lastSeq, Wire wire) throws IOException, InterruptedException {
        var stream = new Stream(tenant, visitor);
        admit(stream);
        // Subscribed before the first read: what is said between the two is found by the read or wakes the stream.
        try (var _ = TenantScope.callIn(tenant, () -> live.subscribe(stream::hear))) {
            stream.run(lastSeq, wire);
        } finally {
            open.remove(stream);
        }
    }

    /** Streams that were opened before the visitor's first message have a conversation now. */
    void began(Visitor visitor) {
        open.stream().filter(stream -> stream.visitor.equals(visitor)).forEach(Stream::wake);
    }

    /** Whether the visitor has the chat open somewhere. */
    boolean online(UUID conversationId) {
        return open.stream().anyMatch(stream -> conversationId.equals(stream.conversationId));
    }

    /** Before the web server waits for its requests to end. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
        open.forEach(Stream::wake);
    }

    private void admit(Stream stream) {
        var ofVisitor = open.stream()
                .filter(other -> other.visitor.equals(stream.visitor))
                .count();
        if (open.size() >= most || ofVisitor >= MOST_OF_A_VISITOR) {
            throw new Refusal.TooMany(
                            "too-many-streams",
                            "The chat is open too often. Close other windows of it; messages arrive by reloading too.",
                            Duration.ofSeconds(30))
                    .asException();
        }
        open.add(stream);
    }

    private final class Stream {

        private final TenantId tenant;
        private final Visitor visitor;
        private final BlockingQueue<Boolean> woken = new ArrayBlockingQueue<>(1);
        private volatile @Nullable UUID conversationId;

        Stream(TenantId tenant, Visitor visitor) {
            this.tenant = tenant;
            this.visitor = visitor;
        }

        void hear(Live.Event event) {
            var own = conversationId;
            if (own != null && own.toString().equals(event.data().get("conversationId"))) {
                wake();
            }
        }

        void wake() {
            woken.offer(true);
        }

        void run(long lastSeq, Wire wire) throws IOException, InterruptedException {
            var sent = lastSeq;
            ConversationState said = null;
            var drafted = "";
            wire.begin();
            while (!closing) {
                var from = sent;
                var read = TenantScope.callIn(tenant, () -> readThread.after(visitor, from))
                        .orElse(null);
                if (read != null) {
                    conversationId = read.conversation().id();
                    for (var message : read.messages()) {
                        wire.message(message);
                        sent = message.seq();
                    }
                    if (read.conversation().state() != said) {
                        said = read.conversation().state();
                        wire.state(said);
                    }
                    if (sent < read.conversation().lastSeq()) {
                        continue;
                    }
                    drafted = draft(read, drafted, wire);
                }
                if (woken.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS) == null) {
                    wire.heartbeat();
                }
            }
        }

        /** A reply ends its draft on the page; the draft that is still in memory then is not shown again. */
        private String draft(ReadThread.Read read, String drafted, Wire wire) throws IOException {
            var own = read.conversation().id();
            var words = TenantScope.callIn(tenant, () -> drafts.of(own)).orElse("");
            var answered = read.messages().stream().anyMatch(message -> message.author() == Author.ASSISTANT);
            if (!answered && !words.equals(drafted)) wire.draft(words);
            return words;
        }
    }
}
