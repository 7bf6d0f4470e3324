package io.doorstep.identity.passwords;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An operator's own file of stolen passwords, as Have I Been Pwned gives it out: one line each, {@code <SHA-1 in hex>:<count>}, sorted by
 * the hash. It is searched on disk (some 35 short reads in 40 GB) and never loaded.
 */
final class BreachedFile {

    private static final int HEX = 40;
    /** A line is 40 digits, a colon and a count: much shorter than this. */
    private static final int WINDOW = 128;

    private final FileChannel file;

    BreachedFile(Path path) {
        try {
            this.file = FileChannel.open(path, StandardOpenOption.READ);
            if (lineAt(0).isEmpty()) throw new IllegalStateException("it is empty");
        } catch (IOException | IllegalStateException unusable) {
            throw new IllegalStateException(
                    "doorstep.passwords.breached-file " + path
                            + " is not a sorted list of SHA-1 hashes, one a line, as Have I Been Pwned gives out",
                    unusable);
        }
    }

    boolean has(String password) throws IOException {
        var wanted = sha1(password);
        // The first line that starts at or after a position: all of them, seen as one sorted row.
        var low = 0L;
        var high = file.size();
        while (low < high) {
            var middle = (low + high) / 2;
            var start = middle == 0 ? 0 : startAfter(middle);
            var line = lineAt(start);
            if (line.isEmpty() || line.compareTo(wanted) >= 0) {
                high = middle;
            } else {
                low = start + 1;
            }
        }
        return lineAt(low == 0 ? 0 : startAfter(low)).equals(wanted);
    }

    /** Where the first line starts at or after a position that is not 0. */
    private long startAfter(long position) throws IOException {
        var from = position - 1;
        while (true) {
            var window = window(from);
            if (window.isEmpty()) return from;
            var end = window.indexOf('\n');
            if (end >= 0) return from + end + 1;
            from += window.length();
        }
    }

    /** The hash at the start of a line; empty at the end of the file. */
    private String lineAt(long start) throws IOException {
        var line = window(start);
        if (line.isBlank()) return "";
        if (line.length() < HEX || !line.substring(0, HEX).matches("[0-9A-Fa-f]{40}")) {
            throw new IllegalStateException("no hash at byte " + start);
        }
        return line.substring(0, HEX).toUpperCase(java.util.Locale.ROOT);
    }

    private String window(long from) throws IOException {
        var bytes = ByteBuffer.allocate(WINDOW);
        while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {}
        return new String(bytes.array(), 0, bytes.position(), US_ASCII);
    }

    private static String sha1(String password) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(password.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }
}
