package io.doorstep.identity.passkey;

import com.webauthn4j.data.AuthenticationRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** An authenticator's answer to a challenge, in base64url. */
public record Assertion(
        @NotNull @Size(min = 1, max = 1364) @Pattern(regexp = BYTES, message = MEND)
        String id,

        @NotNull @Size(max = 4_000) @Pattern(regexp = BYTES, message = MEND)
        String clientData,

        @NotNull @Size(max = 4_000) @Pattern(regexp = BYTES, message = MEND)
        String authenticatorData,

        @NotNull @Size(max = 4_000) @Pattern(regexp = BYTES, message = MEND)
        String signature,

        @NotNull @Size(max = 100) @Pattern(regexp = BYTES, message = MEND)
        String userHandle) {

    static final String BYTES = "[A-Za-z0-9_-]*";
    static final String MEND = "is base64url, without padding";

    AuthenticationRequest request() {
        return new AuthenticationRequest(
                Bytes.of(id),
                Bytes.of(userHandle),
                Bytes.of(authenticatorData),
                Bytes.of(clientData),
                Bytes.of(signature));
    }
}
