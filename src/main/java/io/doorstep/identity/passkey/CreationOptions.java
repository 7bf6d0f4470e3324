package io.doorstep.identity.passkey;

import java.util.List;

/** What a browser needs to make a passkey. Bytes are base64url; the names are those of WebAuthn. */
public record CreationOptions(
        String challenge,
        RelyingPartyView rp,
        UserView user,
        List<Integer> algorithms,
        List<Credential> excludeCredentials,
        long timeout) {

    public record RelyingPartyView(String id, String name) {}

    public record UserView(String id, String name, String displayName) {}

    public record Credential(String id, List<String> transports) {}
}
