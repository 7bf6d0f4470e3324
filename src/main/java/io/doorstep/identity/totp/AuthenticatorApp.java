package io.doorstep.identity.totp;

import io.doorstep.platform.Refusal;
import io.doorstep.platform.Refused;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A person's app for one-time codes: set up, proven, removed. */
@Component
public class AuthenticatorApp {

    private static final Duration ENROLMENT = Duration.ofMinutes(15);
    private static final String ISSUER = "Doorstep";

    private final TotpSecrets secrets;
    private final SecretSeal seal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AuthenticatorApp(TotpSecrets secrets, SecretSeal seal, Clock clock) {
        this.secrets = secrets;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * @param secret base32, to be typed where no camera is
     * @param uri    {@code otpauth:}, to be shown as a QR code
     */
    public record AppSetup(String secret, String uri) {}

    public Optional<OffsetDateTime> enabledAt(UUID user) {
        return secrets.enabledAt(user);
    }

    /** A new secret. The former app stays the person's until a code of the new one arrives. */
    public AppSetup begin(UUID user, String email) {
        var secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        secrets.begin(user, seal.seal(user, secret), clock.instant().plus(ENROLMENT));
        var text = Base32.of(secret);
        var uri = "otpauth://totp/" + ISSUER + ":" + encoded(email) + "?secret=" + text + "&issuer=" + ISSUER
                + "&algorithm=SHA1&digits=6&period=30";
        return new AppSetup(text, uri);
    }

    /** @throws io.doorstep.platform.Refused when the code is not one of the app that is being set up */
    public void enable(UUID user, String code) {
        var now = clock.instant();
        var sealed = secrets.begun(user, now)
                .orElseThrow(() -> new Refusal.Conflict(
                                "enrolment-ended", "Setting up took too long. Scan the new code and go on.")
                        .asException());
        var step = seal.open(user, sealed)
                .map(secret -> Totp.stepOf(secret, digits(code), now, 0))
                .filter(OptionalLong::isPresent)
                .orElseThrow(() -> Refusal.Invalid.field(
                                "code",
                                "is not what the app shows now. Check that its clock is right, and type the next one.")
                        .asException());
        if (!secrets.enable(user, sealed, step.getAsLong(), now)) {
            throw new Refusal.Conflict("enrolment-ended", "This was finished already. Load the page again.")
                    .asException();
        }
    }

    /**
     * @return false for a wrong code, and for one that was used already
     * @throws io.doorstep.platform.Refused {@code too-many-tries}: codes have to wait; other ways in don't
     */
    public boolean proves(UUID user, String code) {
        var now = clock.instant();
        var attempt = secrets.takeTry(user, now);
        if (attempt.isEmpty()) {
            secrets.blockedUntil(user, now).ifPresent(until -> {
                throw tooMany(Duration.between(now, until.toInstant()));
            });
            return false;
        }
        return seal.open(user, attempt.get().sealedSecret())
                .map(secret ->
                        Totp.stepOf(secret, digits(code), now, attempt.get().lastStep()))
                .filter(OptionalLong::isPresent)
                .filter(step -> secrets.used(user, step.getAsLong()))
                .isPresent();
    }

    public boolean remove(UUID user) {
        return secrets.remove(user);
    }

    private static String digits(String code) {
        return code.replaceAll("[\\s-]", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Refused tooMany(Duration wait) {
        return new Refusal.TooMany(
                        "too-many-tries",
                        "Too many wrong codes. Wait a little, or use a passkey or a recovery code.",
                        wait.plusSeconds(1))
                .asException();
    }
}
