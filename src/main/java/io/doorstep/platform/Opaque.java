package io.doorstep.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Values that mean nothing by themselves: 256 random bits given out, their SHA-256 kept. So much randomness needs no slow hash. */
public final class Opaque {

    /** How one looks: base64url of 32 bytes. */
    public static final String SHAPE = "[A-Za-z0-9_-]{43}";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Opaque() {}

    public static byte[] bytes() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    public static String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    public static byte[] hash(String value) {
        return hash(value.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] hash(byte[] value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value);
        } catch (NoSuchAlgorithmException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }
}
