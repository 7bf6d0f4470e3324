package io.doorstep.identity.passkey;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its person sees it.
 *
 * @param name     given by the person: where it is kept
 * @param synced   whether its provider copies it to the person's other devices
 */
public record Passkey(
        UUID id,
        String name,
        boolean synced,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime lastUsedAt) {

    /**
     * As sign-in needs it.
     *
     * @param attested  attested credential data of WebAuthn, with the public key
     * @param signCount as the authenticator told it last; 0 for those that don't count
     */
    record Stored(UUID id, UUID userId, byte[] attested, long signCount, boolean backupEligible, boolean backedUp) {}

    /** @param transports how a browser may reach it: {@code internal, hybrid, usb, nfc, ble} */
    record Handle(byte[] credentialId, List<String> transports) {}
}
