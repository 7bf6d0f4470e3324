package io.doorstep.booking;

import io.doorstep.platform.Tokens;
import io.doorstep.tenancy.TenantScope;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The links by which a lead without an account sees, moves or cancels one appointment. Paths on this server. */
@Component
public class ManageLinks {

    private static final String PURPOSE = "appointment";

    private final Tokens tokens;

    ManageLinks(Tokens tokens) {
        this.tokens = tokens;
    }

    public String page(UUID appointmentId) {
        return "/a/" + tokens.sign(PURPOSE, TenantScope.current().value(), appointmentId);
    }

    public String calendarFile(UUID appointmentId) {
        return page(appointmentId) + ".ics";
    }

    /** Empty for anything that was not signed here. */
    Optional<Tokens.Claim> claimOf(String token) {
        return tokens.verify(PURPOSE, token);
    }
}
