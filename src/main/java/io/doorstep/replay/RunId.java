package io.doorstep.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Names everything in a run, so that a resumed run says the same things under the same names: keys and ids are derived from the run, the
 * file's content and the dialogue, never drawn again.
 *
 * @param run different for each run that was not resumed, so that one file can be played many times
 * @param file hash of the dialogues' file
 */
record RunId(String run, String file) {

    static RunId of(String run, byte[] file) {
        return new RunId(run, HexFormat.of().formatHex(sha256(file)));
    }

    /** The secret of this visitor's browser: 256 bits, URL-safe. */
    String visitorKey(String dialogue) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash("visitor", dialogue));
    }

    UUID clientId(String dialogue, int index) {
        var bits = ByteBuffer.wrap(hash("message", dialogue + "#" + index));
        var version8 = bits.getLong() & ~0xF000L | 0x8000L;
        var variant = bits.getLong() & ~0xC000000000000000L | 0x8000000000000000L;
        return new UUID(version8, variant);
    }

    private byte[] hash(String purpose, String what) {
        return sha256(String.join("\0", purpose, run, file, what).getBytes(UTF_8));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
