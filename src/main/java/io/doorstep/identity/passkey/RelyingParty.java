package io.doorstep.identity.passkey;

import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import io.doorstep.platform.PublicUrl;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * For whom passkeys are made. The id ({@code doorstep.passkeys.rp-id}, the public address's host unless named) is stored in each of them:
 * once people have passkeys it must not change.
 */
@Component
class RelyingParty {

    static final String NAME = "Doorstep";

    private final String id;
    private final Set<Origin> origins;

    RelyingParty(
            PublicUrl url,
            @Value("${doorstep.passkeys.rp-id:}") String id,
            @Value("${doorstep.passkeys.origins:}") Set<String> more) {
        this.id = id.isBlank() ? url.host() : id.strip();
        this.origins = Stream.concat(Stream.of(url.origin()), more.stream())
                .map(Origin::new)
                .collect(Collectors.toUnmodifiableSet());
        if (!url.host().equals(this.id) && !url.host().endsWith("." + this.id)) {
            throw new IllegalStateException(
                    "doorstep.passkeys.rp-id takes the host of DOORSTEP_URL, or a domain above it");
        }
    }

    String id() {
        return id;
    }

    ServerProperty expecting(byte[] challenge) {
        return ServerProperty.builder()
                .origins(origins)
                .rpId(id)
                .challenge(new DefaultChallenge(challenge))
                .build();
    }
}
