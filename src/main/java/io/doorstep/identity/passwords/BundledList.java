package io.doorstep.identity.passwords;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Objects;

/**
 * Passwords that were stolen often, as the product ships them: {@code scripts/breached-passwords.mjs} makes the file and names the
 * sources. It holds the first 64 bits of each SHA-256, sorted, so that a false hit is less likely than one in 10^13.
 */
final class BundledList {

    private static final String FILE = "/passwords/breached.bin";

    private final long[] passwords;
    private final long[] cores;

    private BundledList(long[] passwords, long[] cores) {
        this.passwords = passwords;
        this.cores = cores;
    }

    static BundledList read() {
        try (var in = new DataInputStream(
                Objects.requireNonNull(BundledList.class.getResourceAsStream(FILE), FILE + " is missing"))) {
            var sizes = new int[] {in.readInt(), in.readInt()};
            return new BundledList(run(in, sizes[0]), run(in, sizes[1]));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long[] run(DataInputStream in, int size) throws IOException {
        var numbers = new long[size];
        ByteBuffer.wrap(in.readNBytes(size * Long.BYTES)).asLongBuffer().get(numbers);
        // Unsigned order in the file, signed order in the search.
        for (var i = 0; i < size; i++) numbers[i] ^= Long.MIN_VALUE;
        return numbers;
    }

    /** @param small in small letters */
    boolean hasPassword(String small) {
        return has(passwords, small);
    }

    /** @param core a word in small letters, of a common password without what stood at its ends */
    boolean hasCore(String core) {
        return has(cores, core);
    }

    int size() {
        return passwords.length;
    }

    private static boolean has(long[] run, String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Arrays.binarySearch(run, ByteBuffer.wrap(digest).getLong() ^ Long.MIN_VALUE) >= 0;
        } catch (NoSuchAlgorithmException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }
}
