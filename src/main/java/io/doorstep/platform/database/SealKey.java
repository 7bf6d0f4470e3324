package io.doorstep.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.doorstep.platform.Secret;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which transactions say whose they are, where the operator wants that to be proven ({@code db/tenant/sealed.sql} has the layout of a seal). Derived
 * from the installation's secret; the database gets it from {@code doorstep migrate}, as the two pads of HMAC.
 */
public final class SealKey {

    private static final int BLOCK = 64;

    private final byte[] key;
    private final String id;

    public SealKey(Secret secret) {
        this.key = secret.derive("whose transaction it is");
        this.id = HexFormat.of().formatHex(mac("id"), 0, 4);
    }

    public String id() {
        return id;
    }

    /**
     * @param subject what the seal is about: the tenant's id and, right behind it, the member's where there is one
     * @param until   seconds since 1970
     * @param backend the server process that the seal is good for; 0 for any
     */
    public String seal(String subject, long until, int backend) {
        var head = "%s%010d%010d".formatted(id, until, backend);
        return head + HexFormat.of().formatHex(mac(head + subject));
    }

    byte[] inward() {
        return pad((byte) 0x36);
    }

    byte[] outward() {
        return pad((byte) 0x5c);
    }

    private byte[] pad(byte with) {
        var block = Arrays.copyOf(key, BLOCK);
        for (var i = 0; i < BLOCK; i++) {
            block[i] ^= with;
        }
        return block;
    }

    private byte[] mac(String message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message.getBytes(UTF_8));
        } catch (GeneralSecurityException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }
}
