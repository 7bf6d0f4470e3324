package io.doorstep.identity.passkey;

import java.util.List;

/**
 * What a browser needs to use a passkey. The person is always verified by the authenticator.
 *
 * @param challenge        base64url
 * @param allowCredentials base64url; empty: whichever the person chooses
 */
public record RequestOptions(
        String challenge, String rpId, List<CreationOptions.PasskeyHandle> allowCredentials, long timeout) {}
