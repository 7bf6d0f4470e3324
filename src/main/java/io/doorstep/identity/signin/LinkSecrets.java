package io.doorstep.identity.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.doorstep.platform.Secret;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Makes and hashes what a one-time link is made of: a token and a browser's cookie of 256 bits each, and a code of eight letters (40 bits)
 * for typing. The hash is keyed, because forty bits alone can be tried out by who has the table.
 */
@Component
class LinkSecrets {

    /** Crockford's: no I, L, O, U. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    LinkSecrets(Secret secret) {
        this.key = new SecretKeySpec(secret.derive("one-time-link"), "HmacSHA256");
    }

    String newToken() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** As it is shown: {@code K7QM-2XPD}. */
    String newCode() {
        var code = new StringBuilder();
        random.ints(8, 0, LETTERS.length()).forEach(i -> code.append(LETTERS.charAt(i)));
        return code.insert(4, '-').toString();
    }

    byte[] hashOfToken(String token) {
        return hash("token", token);
    }

    byte[] hashOfBrowser(String cookie) {
        return hash("browser", cookie);
    }

    /** The same code in another browser has another hash. Small letters, blanks and look-alikes are forgiven. */
    byte[] hashOfCode(String code, byte[] browser) {
        var plain = code.toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replaceAll("[^0-9A-Z]", "");
        return hash("code", Base64.getEncoder().encodeToString(browser) + plain);
    }

    private byte[] hash(String kind, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal((kind + " " + text).getBytes(UTF_8));
        } catch (GeneralSecurityException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }
}
