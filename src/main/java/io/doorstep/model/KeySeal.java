package io.doorstep.model;

import io.doorstep.platform.Seal;
import io.doorstep.tenancy.TenantScope;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** An agency's key for its provider, sealed together with the agency's id. */
@Component
class KeySeal {

    private static final String PURPOSE = "model/provider-key";

    private final Seal seal;

    KeySeal(Seal seal) {
        this.seal = seal;
    }

    byte[] seal(String plain) {
        return seal.seal(PURPOSE, TenantScope.current().toString(), plain);
    }

    /** Empty for what was sealed under another secret or for another agency: the key has to be entered again. */
    Optional<String> open(byte[] sealed) {
        return seal.open(PURPOSE, TenantScope.current().toString(), sealed);
    }
}
