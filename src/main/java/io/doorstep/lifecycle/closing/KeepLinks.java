package io.doorstep.lifecycle.closing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.doorstep.platform.Tokens;
import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.standing.Register;
import io.doorstep.tenancy.standing.Standing;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The link by which an owner, who can't sign in any more, takes a deletion back. It is good for this one closing of this one agency. */
@Component
public class KeepLinks {

    private static final String PURPOSE = "keep-agency";

    private final Tokens tokens;
    private final Register register;

    KeepLinks(Tokens tokens, Register register) {
        this.tokens = tokens;
        this.register = register;
    }

    /** Path on this server; empty when the agency is not closing. */
    public Optional<String> path(TenantId tenant) {
        return register.find(tenant)
                .filter(entry -> entry.standing() == Standing.CLOSING)
                .map(entry -> "/keep/" + tokens.sign(PURPOSE, tenant.value(), closing(entry)));
    }

    Optional<Register.Entry> entryOf(String token) {
        return tokens.verify(PURPOSE, token)
                .flatMap(claim -> register.find(new TenantId(claim.tenant()))
                        .filter(entry -> entry.standing() == Standing.CLOSING)
                        .filter(entry -> closing(entry).equals(claim.subject())));
    }

    private static UUID closing(Register.Entry entry) {
        return UUID.nameUUIDFromBytes((entry.id() + " closed at " + entry.since()).getBytes(UTF_8));
    }
}
