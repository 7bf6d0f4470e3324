package io.doorstep.platform;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Signed links to one thing of one tenant, for people without an account. 48 bytes as base64url: tenant id, subject id, and the first
 * 128 bits of HMAC-SHA256 over purpose, tenant and subject. Made again at will, so nothing secret is stored.
 */
@Component
public class Tokens {

    private static final int SIGNATURE_BYTES = 16;
    private static final int TOKEN_BYTES = 32 + SIGNATURE_BYTES;

    private final Secret secret;

    public Tokens(Secret secret) {
        this.secret = secret;
    }

    public record Claim(UUID tenant, UUID subject) {}

    public String sign(String purpose, UUID tenant, UUID subject) {
        var token = ByteBuffer.allocate(TOKEN_BYTES);
        putIds(token, tenant, subject);
        token.put(signature(purpose, tenant, subject));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** @return empty for anything that was not signed here for this purpose. */
    public Optional<Claim> verify(String purpose, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != TOKEN_BYTES) {
            return Optional.empty();
        }
        var token = ByteBuffer.wrap(bytes);
        var claim = new Claim(new UUID(token.getLong(), token.getLong()), new UUID(token.getLong(), token.getLong()));
        var given = Arrays.copyOfRange(bytes, 32, TOKEN_BYTES);
        var genuine = MessageDigest.isEqual(given, signature(purpose, claim.tenant(), claim.subject()));
        return genuine ? Optional.of(claim) : Optional.empty();
    }

    private byte[] signature(String purpose, UUID tenant, UUID subject) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.derive("link/" + purpose), "HmacSHA256"));
            var ids = ByteBuffer.allocate(32);
            putIds(ids, tenant, subject);
            return Arrays.copyOf(mac.doFinal(ids.array()), SIGNATURE_BYTES);
        } catch (GeneralSecurityException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }

    private static void putIds(ByteBuffer to, UUID tenant, UUID subject) {
        to.putLong(tenant.getMostSignificantBits()).putLong(tenant.getLeastSignificantBits());
        to.putLong(subject.getMostSignificantBits()).putLong(subject.getLeastSignificantBits());
    }
}
