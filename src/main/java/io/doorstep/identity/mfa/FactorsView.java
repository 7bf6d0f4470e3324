package io.doorstep.identity.mfa;

import io.doorstep.identity.passkey.Passkey;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's second factors, and what the agency asks.
 *
 * @param appSince    since when codes of an app are taken; null: there is none
 * @param password    whether they have one
 * @param required    whether this agency asks this member for a second step
 * @param recommended whether they should have one and don't
 * @param shown       whether this session was opened with one
 */
record FactorsView(
        List<Passkey> passkeys,
        @Nullable OffsetDateTime appSince,
        int recoveryCodesLeft,
        boolean password,
        boolean required,
        boolean recommended,
        boolean shown) {}
