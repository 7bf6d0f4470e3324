package io.doorstep.model;

import dev.langchain4j.http.client.HttpRequest;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Sends a request and gives its body to be read, with two limits that hold whatever the other side does: the call's deadline and
 * {@link #MOST_BYTES}. Follows no redirect: the address is the operator's choice. With recordings set up, a request that was made before
 * is answered from them.
 */
@Component
class Transport implements DisposableBean {

    private static final int MOST_BYTES = 512 * 1024;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Recordings recordings;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("model-deadlines").factory());

    Transport(Recordings recordings) {
        this.recordings = recordings;
    }

    /** Thrown where the provider said no, or more than is read. */
    static final class Refused extends IOException {
        private final Failure failure;

        Refused(Failure failure) {
            super(failure.outcome().name());
            this.failure = failure;
        }
    }

    Answer send(HttpRequest request, long deadline) throws IOException {
        var recorded = recordings.find(request.body());
        if (recorded.isPresent()) return new Answer(new ByteArrayInputStream(recorded.get()), deadline);
        var response = response(request, deadline);
        if (response.statusCode() != 200) {
            response.body().close();
            throw new Refused(Failure.ofStatus(response.statusCode(), retryAfter(response)));
        }
        var answer = new Answer(response.body(), deadline);
        return recordings.on() ? recorded(request, answer, deadline) : answer;
    }

    private Answer recorded(HttpRequest request, Answer answer, long deadline) throws IOException {
        try (answer) {
            var body = answer.body().readAllBytes();
            answer.requireWhole();
            recordings.keep(request.body(), body);
            return new Answer(new ByteArrayInputStream(body), deadline);
        }
    }

    Failure failureOf(IOException broken, long deadline) {
        if (broken instanceof Refused refused) return refused.failure;
        if (System.nanoTime() - deadline >= 0) return Failure.unpriced(Outcome.TIMED_OUT);
        var neverSent = broken instanceof ConnectException;
        return new Failure(Outcome.BROKEN, null, !neverSent);
    }

    private HttpResponse<InputStream> response(HttpRequest request, long deadline) throws IOException {
        var sending = http.sendAsync(toJdk(request), BodyHandlers.ofInputStream());
        try {
            return sending.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            sending.cancel(true);
            throw new Refused(Failure.unpriced(Outcome.TIMED_OUT));
        } catch (InterruptedException stopping) {
            sending.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException broken ? broken : new IOException(failed.getCause());
        }
    }

    private static java.net.http.HttpRequest toJdk(HttpRequest request) {
        var jdk = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .POST(BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> jdk.header(name, value)));
        return jdk.build();
    }

    /** Seconds or a date (RFC 9110, 10.2.3); a date is rare enough to count as the longest wait that seconds would get. */
    private static @Nullable Duration retryAfter(HttpResponse<?> response) {
        var said =
                response.headers().firstValue("Retry-After").orElse("").strip().toLowerCase(Locale.ROOT);
        if (said.isEmpty()) return null;
        if (!said.matches("\\d{1,9}")) return LONGEST_WAIT;
        var seconds = Duration.ofSeconds(Long.parseLong(said));
        return seconds.compareTo(LONGEST_WAIT) < 0 ? seconds : LONGEST_WAIT;
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
        http.shutdownNow();
    }

    /** A body that is cut off at the deadline, and after {@link #MOST_BYTES}. */
    final class Answer implements AutoCloseable {

        private final Limited body;
        private final long deadline;
        private final java.util.concurrent.Future<?> cutOff;

        private Answer(InputStream body, long deadline) {
            this.body = new Limited(body);
            this.deadline = deadline;
            this.cutOff = watch.schedule(
                    this.body::closeQuietly, Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        }

        InputStream body() {
            return body;
        }

        /** A parser that swallowed the error has read a part only. */
        void requireWhole() throws IOException {
            if (body.broken != null) throw body.broken;
            if (System.nanoTime() - deadline >= 0) throw new Refused(Failure.unpriced(Outcome.TIMED_OUT));
        }

        @Override
        public void close() {
            cutOff.cancel(false);
            body.closeQuietly();
        }
    }

    private static final class Limited extends FilterInputStream {

        private int left = MOST_BYTES;
        private @Nullable IOException broken;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                if (left == 0) throw new Refused(Failure.unpriced(Outcome.UNREADABLE));
                var read = super.read(into, offset, Math.min(length, left));
                left -= Math.max(0, read);
                return read;
            } catch (IOException e) {
                broken = e;
                throw e;
            }
        }

        private void closeQuietly() {
            try {
                close();
            } catch (IOException nothingToLose) {
                // what was read is judged by what it says
            }
        }
    }
}
