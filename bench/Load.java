import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A load client that costs little: one thread and one kept connection each, HTTP/1.1 written by hand, so that the measured machine spends
 * its time on the server. {@code java Load.java capture|board PORT CONNECTIONS SECONDS ARGUMENT...}; prints one line of JSON.
 */
class Load {

    private static final ConcurrentLinkedQueue<long[]> LATENCIES = new ConcurrentLinkedQueue<>();

    public static void main(String[] args) throws Exception {
        var what = args[0];
        int port = Integer.parseInt(args[1]);
        int connections = Integer.parseInt(args[2]);
        long end = System.nanoTime() + Long.parseLong(args[3]) * 1_000_000_000L;
        long started = System.nanoTime();
        var clients = new Thread[connections];
        for (int client = 0; client < connections; client++) {
            var random = new SplittableRandom(started + client);
            clients[client] = Thread.ofPlatform().start(() -> run(what, port, end, random, args[4]));
        }
        for (var client : clients) client.join();
        report((System.nanoTime() - started) / 1e9);
    }

    private static void run(String what, int port, long end, SplittableRandom random, String argument) {
        var nanos = new long[1 << 20];
        int count = 0;
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            var out = socket.getOutputStream();
            var in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            while (System.nanoTime() < end && count < nanos.length) {
                var request = what.equals("capture") ? capture(random, Integer.parseInt(argument)) : board(argument);
                long before = System.nanoTime();
                out.write(request);
                expect2xx(in);
                nanos[count++] = System.nanoTime() - before;
            }
        } catch (IOException failed) {
            System.err.println(failed);
            System.exit(1);
        }
        LATENCIES.add(Arrays.copyOf(nanos, count));
    }

    /** A first message of a new visitor of one of the agencies. */
    private static byte[] capture(SplittableRandom random, int agencies) {
        var body = "{\"clientId\":\"%s\",\"text\":\"hi, we look for a 3 bed near Zilker, around 650k\"}"
                .formatted(new UUID(random.nextLong(), random.nextLong()));
        return """
                POST /public/chat/site_bench%020d/messages HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                User-Agent: bench\r
                X-Visitor-Key: %016x%016x\r
                Content-Length: %d\r
                \r
                %s""".formatted(1 + random.nextInt(agencies), random.nextLong(), random.nextLong(), body.length(), body).getBytes(UTF_8);
    }

    private static byte[] board(String token) {
        return """
                GET /api/board HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                \r
                """.formatted(token).getBytes(US_ASCII);
    }

    private static void expect2xx(InputStream in) throws IOException {
        var status = line(in);
        if (!status.startsWith("HTTP/1.1 2")) throw new IOException(status);
        int length = 0;
        boolean chunked = false;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var lower = header.toLowerCase();
            if (lower.startsWith("content-length:")) length = Integer.parseInt(lower.substring(15).strip());
            if (lower.startsWith("transfer-encoding:")) chunked = lower.contains("chunked");
        }
        if (!chunked) {
            in.skipNBytes(length);
            return;
        }
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) in.skipNBytes(size + 2);
        line(in);
    }

    private static String line(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("connection closed");
            if (c != '\r') text.append((char) c);
        }
        return text.toString();
    }

    private static void report(double seconds) {
        var all = LATENCIES.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        System.out.printf(
                "{\"requests\": %d, \"perSecond\": %.1f, \"p50Ms\": %.2f, \"p95Ms\": %.2f, \"p99Ms\": %.2f}%n",
                all.length, all.length / seconds, at(all, 50), at(all, 95), at(all, 99));
    }

    private static double at(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }
}
