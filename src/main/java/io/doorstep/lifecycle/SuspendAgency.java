package io.doorstep.lifecycle;

import io.doorstep.identity.AccessChanged;
import io.doorstep.tenancy.Tasks;
import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.tenancy.audit.AuditLog;
import io.doorstep.tenancy.standing.Register;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds an agency and lets it go on. Nothing in it changes but the time. Called by the operator's commands. */
@Component
public class SuspendAgency {

    private final Register register;
    private final AccessChanged accessChanged;
    private final AuditLog audit;
    private final Tasks tasks;
    private final TransactionTemplate transaction;

    SuspendAgency(
            Register register,
            AccessChanged accessChanged,
            AuditLog audit,
            Tasks tasks,
            TransactionTemplate transaction) {
        this.register = register;
        this.accessChanged = accessChanged;
        this.audit = audit;
        this.tasks = tasks;
        this.transaction = transaction;
    }

    /** @return false when it was not active */
    public boolean suspend(TenantId tenant, String reason) {
        var done = register.suspend(tenant, reason);
        accessChanged.ofTenant(tenant);
        return done;
    }

    /** @return false when it was not suspended */
    public boolean resume(TenantId tenant) {
        var entry = register.find(tenant).orElseThrow();
        return register.resume(tenant)
                && goOn(
                        tenant,
                        "agency.resumed",
                        Map.of("suspendedAt", entry.since().toString(), "reason", String.valueOf(entry.reason())));
    }

    /** @return false when it was not closing */
    public boolean keep(TenantId tenant) {
        var entry = register.find(tenant).orElseThrow();
        if (!register.keep(tenant)) {
            return false;
        }
        accessChanged.ofTenant(tenant);
        if (entry.reason() == null) {
            goOn(tenant, "agency.kept", Map.of("closedAt", entry.since().toString()));
        }
        return true;
    }

    /** The log can be written again only now; it says since when it could not. */
    private boolean goOn(TenantId tenant, String action, Map<String, ?> detail) {
        accessChanged.ofTenant(tenant);
        TenantScope.runIn(
                tenant,
                () -> transaction.executeWithoutResult(_ -> {
                    tasks.resumeParked();
                    audit.record(action, "agency", tenant.toString(), detail);
                }));
        return true;
    }
}
