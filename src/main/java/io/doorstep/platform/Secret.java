package io.doorstep.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The installation's one secret ({@code DOORSTEP_SECRET}, or a file in the data directory); every key is derived from it by purpose. */
@Component
public class Secret {

    private static final int LEAST_LENGTH = 32;

    private final byte[] key;

    public Secret(@Value("${doorstep.secret}") String secret) {
        if (secret.length() < LEAST_LENGTH) {
            throw new IllegalStateException("DOORSTEP_SECRET needs at least " + LEAST_LENGTH + " characters");
        }
        this.key = secret.getBytes(UTF_8);
    }

    /** A 256-bit key for one purpose. */
    public byte[] derive(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(UTF_8));
        } catch (GeneralSecurityException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }
}
