package io.doorstep.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.doorstep.platform.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Says by a signed cookie that somebody signed in here with an e-mail before. It opens nothing: it only gives this browser a budget of its
 * own for tries ({@link SignInLimits}). The e-mail is signed along and not looked up, so it tells nobody whether there is an account.
 */
@Component
class KnownBrowser {

    static final String NAME = "__Host-doorstep-browser";
    private static final Duration LIFE = Duration.ofDays(180);
    private static final int ID_BYTES = 16;
    private static final int BODY_BYTES = ID_BYTES + Long.BYTES;

    private final SecretKeySpec key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KnownBrowser(Secret secret, Clock clock) {
        this.key = new SecretKeySpec(secret.derive("known-browser"), "HmacSHA256");
        this.clock = clock;
    }

    ResponseCookie remember(String email) {
        var id = new byte[ID_BYTES];
        random.nextBytes(id);
        var body = ByteBuffer.allocate(BODY_BYTES)
                .put(id)
                .putLong(clock.instant().plus(LIFE).getEpochSecond())
                .array();
        var value = ByteBuffer.allocate(BODY_BYTES + 32)
                .put(body)
                .put(signature(body, email))
                .array();
        return ResponseCookie.from(NAME, Base64.getUrlEncoder().withoutPadding().encodeToString(value))
                .httpOnly(true)
                .secure(true)
                .sameSite("Strict")
                .path("/")
                .maxAge(LIFE)
                .build();
    }

    /** @return a name for this browser, where it is known for this e-mail */
    Optional<String> idOf(HttpServletRequest http, String email) {
        var cookie = WebUtils.getCookie(http, NAME);
        if (cookie == null) return Optional.empty();
        try {
            var value = Base64.getUrlDecoder().decode(cookie.getValue());
            if (value.length != BODY_BYTES + 32) return Optional.empty();
            var body = Arrays.copyOf(value, BODY_BYTES);
            var signature = Arrays.copyOfRange(value, BODY_BYTES, value.length);
            var until = ByteBuffer.wrap(body).getLong(ID_BYTES);
            return MessageDigest.isEqual(signature, signature(body, email))
                            && until > clock.instant().getEpochSecond()
                    ? Optional.of(Base64.getUrlEncoder().encodeToString(Arrays.copyOf(body, ID_BYTES)))
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private byte[] signature(byte[] body, String email) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(body);
            return mac.doFinal(email.strip().toLowerCase(Locale.ROOT).getBytes(UTF_8));
        } catch (GeneralSecurityException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }
}
