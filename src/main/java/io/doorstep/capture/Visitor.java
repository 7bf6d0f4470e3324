package io.doorstep.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.doorstep.platform.Refusal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who chats: the hash of a key that only their browser has. The key itself is never stored, so the database can't be used to
 * read along.
 */
record Visitor(String hex) {

    /** 22 characters of base64url carry 128 bits. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{22,64}");

    static Visitor ofKey(@Nullable String key) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw Refusal.Invalid.field(
                            "X-Visitor-Key",
                            "must be 22 to 64 characters of A-Z, a-z, 0-9, - and _, made at random by the client.")
                    .asException();
        }
        return new Visitor(HexFormat.of().formatHex(sha256(key)));
    }

    byte[] hash() {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
