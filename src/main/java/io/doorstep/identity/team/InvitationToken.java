package io.doorstep.identity.team;

import io.doorstep.tenancy.TenantId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The secret of an invitation's link: the agency's id, so that the request knows where to look, and 256 random bits, of which the
 * database keeps the SHA-256.
 */
record InvitationToken(TenantId tenant, String text) {

    private static final int BYTES = 16 + 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static InvitationToken fresh(TenantId tenant) {
        var secret = new byte[32];
        RANDOM.nextBytes(secret);
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(tenant.value().getMostSignificantBits())
                .putLong(tenant.value().getLeastSignificantBits())
                .put(secret)
                .array();
        return new InvitationToken(
                tenant, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static Optional<InvitationToken> parse(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != BYTES) {
                return Optional.empty();
            }
            var ids = ByteBuffer.wrap(bytes);
            return Optional.of(new InvitationToken(new TenantId(new UUID(ids.getLong(), ids.getLong())), text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getUrlDecoder().decode(text));
        } catch (NoSuchAlgorithmException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }
}
