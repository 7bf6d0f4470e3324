package io.doorstep.lifecycle.closing;

import io.doorstep.identity.AccessChanged;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Agencies;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.tenancy.audit.AuditLog;
import io.doorstep.tenancy.standing.Register;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Closes the agency in scope: from now on nobody gets in, and after {@link #GRACE} it is erased. Call outside a transaction: two logins take part. */
@Component
public class CloseAgency {

    public static final Duration GRACE = Duration.ofDays(7);

    private final Register register;
    private final Agencies agencies;
    private final AuditLog audit;
    private final AccessChanged accessChanged;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CloseAgency(
            Register register,
            Agencies agencies,
            AuditLog audit,
            AccessChanged accessChanged,
            TransactionTemplate transaction,
            Clock clock) {
        this.register = register;
        this.agencies = agencies;
        this.audit = audit;
        this.accessChanged = accessChanged;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param typedName the agency's name as its owner typed it
     * @return when it will be erased
     * @throws io.doorstep.platform.Refused when the name is another one, or someone else closed it meanwhile
     */
    public Instant close(String typedName) {
        var tenant = TenantScope.current();
        var eraseAt = clock.instant().plus(GRACE).truncatedTo(ChronoUnit.MICROS);
        transaction.executeWithoutResult(_ -> {
            var name = agencies.current().name();
            if (!typedName.strip().equals(name)) {
                throw Refusal.Invalid.field(
                                "name", "is not the agency's name. Type it as it stands in the settings: " + name)
                        .asException();
            }
            audit.record("agency.closed", "agency", tenant.toString(), Map.of("eraseAt", eraseAt.toString()));
        });
        if (!register.close(tenant, eraseAt)) {
            throw new Refusal.Conflict("agency-not-active", "The agency is being closed already.").asException();
        }
        accessChanged.ofTenant(tenant);
        return eraseAt;
    }
}
