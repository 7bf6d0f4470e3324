package io.doorstep.testing;

import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A real SMTP server on the loopback that keeps what it was sent. For one recipient it can be told to refuse, to dawdle, to be away. */
public final class MailServer {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final MailServer SHARED = new MailServer(builder -> {});

    /** @param body decoded */
    public record Received(
            String from, String to, String messageId, String subject, String body, List<String> headers) {

        /** The link that stands alone on its line. */
        public String link() {
            var found = LINK.matcher(body);
            if (!found.find()) throw new AssertionError("no link in: " + body);
            return found.group();
        }
    }

    /** What happens when somebody writes to an address, once. */
    public interface Mood {
        void onMail() throws RejectException;

        static Mood answering(int code) {
            return () -> {
                throw new RejectException(code, "as the test wants it");
            };
        }
    }

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Mood>> moods = new ConcurrentHashMap<>();
    private final java.util.function.Consumer<SMTPServer.Builder> setUp;
    private SMTPServer server;

    public MailServer(java.util.function.Consumer<SMTPServer.Builder> setUp) {
        this.setUp = setUp;
        this.server = start(0);
    }

    public static MailServer shared() {
        return SHARED;
    }

    public int port() {
        return server.getPortAllocated();
    }

    public List<Received> to(String address) {
        return received.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    public Received awaitTo(String address) {
        return awaitTo(address, 1).getFirst();
    }

    public List<Received> awaitTo(String address, int count) {
        await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> to(address).size() >= count);
        return to(address);
    }

    public void next(String address, Mood... inTurn) {
        moods.computeIfAbsent(address, _ -> new ConcurrentLinkedQueue<>()).addAll(List.of(inTurn));
    }

    public void whileDown(Runnable work) {
        var port = port();
        server.stop();
        try {
            work.run();
        } finally {
            server = start(port);
        }
    }

    public void stop() {
        server.stop();
    }

    private SMTPServer start(int port) {
        var builder = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .insertReceivedHeaders(false)
                .messageHandlerFactory(_ -> new Handler());
        setUp.accept(builder);
        var started = builder.build();
        started.start();
        return started;
    }

    private final class Handler implements MessageHandler {

        private String from = "";
        private final Queue<String> to = new ArrayDeque<>();

        @Override
        public void from(String sender) {
            from = sender;
        }

        @Override
        public void recipient(String address) throws RejectException {
            var mood = moods.getOrDefault(address, new ArrayDeque<>()).poll();
            if (mood != null) mood.onMail();
            to.add(address);
        }

        @Override
        public String data(InputStream data) throws IOException {
            var raw = data.readAllBytes();
            try {
                var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
                var headers = java.util.Collections.list(message.getAllHeaderLines());
                for (var address : to) {
                    received.add(new Received(
                            from,
                            address,
                            message.getMessageID(),
                            message.getSubject(),
                            String.valueOf(message.getContent()),
                            headers));
                }
            } catch (MessagingException unreadable) {
                throw new IOException(unreadable);
            }
            return null;
        }

        @Override
        public void done() {}
    }
}
