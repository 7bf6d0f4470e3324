package io.doorstep.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Follows one conversation's live stream, and goes on from the last message after every break, as the chat page does. */
final class Listener implements AutoCloseable {

    enum Answer {
        HERE,
        /** A person has been asked for: the assistant may not answer any more. */
        LEFT_TO_A_PERSON,
        MISSING
    }

    private static final long RECONNECT_MILLIS = 250;

    private final Server server;
    private final String siteKey;
    private final String visitorKey;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread reader;

    private long lastSeq;
    private long lastAnswer;
    private String state = "ASSISTANT";
    private boolean connected;
    private boolean closed;
    private @Nullable InputStream stream;

    Listener(Server server, String siteKey, String visitorKey) {
        this.server = server;
        this.siteKey = siteKey;
        this.visitorKey = visitorKey;
        this.reader = Thread.ofVirtual().name("listener").start(this::follow);
    }

    /** Waits for an answer to what stands at a place. Time in which the server is away does not count. */
    Answer awaitAfter(long seq, long patienceMillis) throws InterruptedException {
        var left = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        lock.lock();
        try {
            while (lastAnswer <= seq) {
                if (connected && lastSeq >= seq && !state.equals("ASSISTANT")) {
                    return Answer.LEFT_TO_A_PERSON;
                }
                if (left <= 0) {
                    return Answer.MISSING;
                }
                var slice = Math.min(left, TimeUnit.SECONDS.toNanos(1));
                var rest = changed.awaitNanos(slice);
                if (connected) {
                    left -= slice - rest;
                }
            }
            return Answer.HERE;
        } finally {
            lock.unlock();
        }
    }

    private void follow() {
        try {
            while (!isClosed()) {
                listen();
                update(() -> connected = false);
                Thread.sleep(RECONNECT_MILLIS);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() throws InterruptedException {
        try {
            var answer = server.events(siteKey, visitorKey, seen());
            try (var body = answer.body()) {
                if (answer.statusCode() != 200) {
                    return;
                }
                update(() -> {
                    connected = true;
                    stream = body;
                });
                read(new BufferedReader(new InputStreamReader(body, UTF_8)));
            }
        } catch (IOException broken) {
            // the server has gone, or we have closed; follow() knows which
        }
    }

    private void read(BufferedReader lines) throws IOException {
        var event = "message";
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                event = "message";
            } else if (line.startsWith("event:")) {
                event = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                hear(event, line.substring(5).strip());
            }
        }
    }

    private void hear(String event, String data) {
        var node = Server.parse(data);
        if (event.equals("state")) {
            update(() -> state = node.path("state").asString(state));
        } else {
            var message = Server.line(node);
            update(() -> {
                lastSeq = Math.max(lastSeq, message.seq());
                lastAnswer = message.isAnswer() ? Math.max(lastAnswer, message.seq()) : lastAnswer;
            });
        }
    }

    private void update(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private long seen() {
        lock.lock();
        try {
            return lastSeq;
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        reader.interrupt();
        closeQuietly(stream);
    }

    private static void closeQuietly(@Nullable InputStream stream) {
        try {
            if (stream != null) {
                stream.close();
            }
        } catch (IOException alreadyBroken) {
            // nothing to save
        }
    }
}
