package io.doorstep.lifecycle.export;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Cuts what is written into parts of one mebibyte, counts and digests it. Holds one part at a time. */
final class PartsOut extends OutputStream {

    /** Stores one part. */
    interface Store {
        void part(int seq, byte[] bytes, int length);
    }

    static final class TooLarge extends RuntimeException {}

    private static final int SIZE = 1 << 20;

    private final Store store;
    private final long most;
    private final byte[] part = new byte[SIZE];
    private final MessageDigest digest = sha256();
    private int filled;
    private int seq;
    private long bytes;

    PartsOut(Store store, long most) {
        this.store = store;
        this.most = most;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        digest.update(from, offset, length);
        bytes += length;
        if (bytes > most) {
            throw new TooLarge();
        }
        var at = offset;
        while (at < offset + length) {
            var fits = Math.min(SIZE - filled, offset + length - at);
            System.arraycopy(from, at, part, filled, fits);
            filled += fits;
            at += fits;
            if (filled == SIZE) {
                store();
            }
        }
    }

    @Override
    public void close() {
        if (filled > 0) {
            store();
        }
    }

    long bytes() {
        return bytes;
    }

    /** Once, at the end. */
    String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void store() {
        store.part(seq++, part, filled);
        filled = 0;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }
}
