package io.doorstep.tenancy.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of an agency's audit log.
 *
 * @param seq     1, 2, 3 … per agency, without a gap
 * @param via     {@code SESSION, TOKEN, API_KEY} of a member, or {@code TASK, SYSTEM}
 * @param viaId   which API key, or which task
 * @param detail  a JSON object, as the database writes it
 */
public record Entry(
        UUID tenant,
        long seq,
        Instant at,
        @Nullable UUID memberId,
        @Nullable String role,
        String via,
        @Nullable String viaId,
        @Nullable String address,
        String action,
        String subjectType,
        @Nullable String subject,
        String detail,
        byte[] previousHash,
        byte[] hash) {

    /** What the database's trigger must have computed: the same canonical form, written a second time so that neither is trusted alone. */
    byte[] recomputed() {
        var canonical = Stream.of(
                        Optional.of(tenant.toString()),
                        Optional.of(Long.toString(seq)),
                        Optional.of(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at))),
                        Optional.ofNullable(memberId).map(UUID::toString),
                        Optional.ofNullable(role),
                        Optional.of(via),
                        Optional.ofNullable(viaId),
                        Optional.ofNullable(address),
                        Optional.of(action),
                        Optional.of(subjectType),
                        Optional.ofNullable(subject),
                        Optional.of(detail))
                .map(field -> field.map(text -> text.getBytes(UTF_8).length + ":" + text)
                        .orElse("-"))
                .collect(Collectors.joining(","));
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(previousHash);
            return digest.digest(canonical.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }

    boolean follows(byte[] previous) {
        return Arrays.equals(previousHash, previous);
    }

    boolean isGenuine() {
        return Arrays.equals(hash, recomputed());
    }
}
