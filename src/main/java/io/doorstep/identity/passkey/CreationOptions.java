package io.doorstep.identity.passkey;

import java.util.List;

/** What a browser needs to make a passkey. Bytes are base64url; the names are those of WebAuthn. */
public record CreationOptions(
        String challenge,
        PasskeyParty rp,
        PasskeyUser user,
        List<Integer> algorithms,
        List<PasskeyHandle> excludeCredentials,
        long timeout) {

    public record PasskeyParty(String id, String name) {}

    public record PasskeyUser(String id, String name, String displayName) {}

    public record PasskeyHandle(String id, List<String> transports) {}
}
