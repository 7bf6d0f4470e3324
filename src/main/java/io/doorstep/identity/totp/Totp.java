package io.doorstep.identity.totp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords (RFC 6238) as every app knows them: HMAC-SHA-1, 6 digits, steps of 30 s. */
final class Totp {

    static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    /** A clock that is off by half a minute, and a person who types slowly. */
    private static final int DRIFT = 1;

    private Totp() {}

    static long stepAt(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
    }

    static String code(byte[] secret, long step, int digits) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xf;
            var truncated = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
            return ("0".repeat(digits) + truncated)
                    .substring(Integer.toString(truncated).length());
        } catch (GeneralSecurityException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }

    /** @return the step whose code this is, if it is a recent one that comes after the last one used */
    static OptionalLong stepOf(byte[] secret, String code, Instant now, long lastUsed) {
        var current = stepAt(now);
        return LongStream.rangeClosed(current - DRIFT, current + DRIFT)
                .filter(step -> step > lastUsed)
                .filter(step -> java.security.MessageDigest.isEqual(
                        code(secret, step, 6).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        code.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .findFirst();
    }
}
