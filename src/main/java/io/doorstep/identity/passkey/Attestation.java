package io.doorstep.identity.passkey;

import com.webauthn4j.data.RegistrationRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;

/** A new passkey, as the browser made it, with the name that its person gives it. Bytes are base64url. */
public record Attestation(
        @NotBlank(message = "is needed: where this passkey is kept") @Size(max = 60)
        String name,

        @NotNull @Size(max = 4_000) @Pattern(regexp = Assertion.BYTES, message = Assertion.MEND)
        String clientData,

        @NotNull @Size(max = 20_000) @Pattern(regexp = Assertion.BYTES, message = Assertion.MEND)
        String attestationObject,

        @NotNull @Size(max = 10, message = "takes 10 at most")
        List<@NotNull @Pattern(regexp = "[a-z-]{1,20}") String> transports) {

    RegistrationRequest request() {
        return new RegistrationRequest(Bytes.of(attestationObject), Bytes.of(clientData), Set.copyOf(transports));
    }
}
