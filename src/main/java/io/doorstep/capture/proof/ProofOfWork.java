package io.doorstep.capture.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.doorstep.platform.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.altcha.altcha.Altcha;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * ALTCHA, version 1: the client looks for the number whose SHA-256 with the salt is the challenge. The salt names agency, action and subject and
 * when it ends, and is signed, so a proof opens one door, for one visitor, for ten minutes.
 */
@Component
class ProofOfWork {

    static final Duration LIFE = Duration.ofMinutes(10);
    /** About a quarter of a second of a phone, on average. */
    private static final long HIGHEST = 50_000;

    private static final int LONGEST = 2_000;

    /** What a proof is for. @param subject the visitor's hash, or the form's id */
    record Purpose(String tenant, String action, String subject) {
        Map<String, String> parameters() {
            return Map.of("tenant", tenant, "action", action, "subject", subject);
        }
    }

    /** A proof that is right. @param challenge 64 hexadecimal digits, never given out twice */
    record Proven(String challenge, Instant expiresAt) {}

    private final String key;
    private final JsonMapper json;
    private final Clock clock;

    ProofOfWork(Secret secret, JsonMapper json, Clock clock) {
        this.key = HexFormat.of().formatHex(secret.derive("proof-of-work"));
        this.json = json;
        this.clock = clock;
    }

    Challenge ask(Purpose purpose) {
        var options = new Altcha.ChallengeOptions()
                .setAlgorithm(Altcha.Algorithm.SHA256)
                .setHmacKey(key)
                .setMaxNumber(HIGHEST)
                .setSecureRandomNumber(true)
                .setExpires(clock.instant().plus(LIFE).getEpochSecond());
        purpose.parameters().forEach(options::addParam);
        try {
            var made = Altcha.createChallenge(options);
            return new Challenge(made.algorithm, made.challenge, made.maxnumber, made.salt, made.signature);
        } catch (Exception missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }

    /** @param payload base64 of the JSON that ALTCHA's clients send */
    Optional<Proven> verify(@Nullable String payload, Purpose purpose) {
        if (payload == null || payload.isBlank() || payload.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getDecoder().decode(payload), UTF_8);
            var answer = json.readValue(text, Answer.class);
            var parameters = Altcha.extractParams(answer.salt());
            var expires = Instant.ofEpochSecond(Long.parseLong(parameters.getOrDefault("expires", "0")));
            // Our clock, not the library's, judges the end; it checks number, challenge and signature.
            var right = Altcha.verifySolution(answer.payload(), key, false)
                    && clock.instant().isBefore(expires)
                    && purpose.parameters().entrySet().stream()
                            .allMatch(wanted -> wanted.getValue().equals(parameters.get(wanted.getKey())));
            return right ? Optional.of(new Proven(answer.challenge(), expires)) : Optional.empty();
        } catch (IllegalArgumentException | JacksonException unreadable) {
            return Optional.empty();
        } catch (Exception missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }

    /** As ALTCHA names it. */
    record Challenge(String algorithm, String challenge, long maxnumber, String salt, String signature) {}

    private record Answer(
            String algorithm,
            String challenge,
            long number,
            String salt,
            String signature,
            @Nullable Long took) {
        Altcha.Payload payload() {
            var payload = new Altcha.Payload();
            payload.algorithm = algorithm;
            payload.challenge = challenge;
            payload.number = number;
            payload.salt = salt;
            payload.signature = signature;
            return payload;
        }
    }
}
