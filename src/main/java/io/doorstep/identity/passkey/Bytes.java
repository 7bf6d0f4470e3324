package io.doorstep.identity.passkey;

import io.doorstep.platform.Refusal;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** Bytes as they stand in JSON (base64url without padding), and ids as bytes. */
final class Bytes {

    private Bytes() {}

    static byte[] of(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException cutOff) {
            throw Refusal.Invalid.field("credential", "is not base64url. Try again.")
                    .asException();
        }
    }

    static byte[] of(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
