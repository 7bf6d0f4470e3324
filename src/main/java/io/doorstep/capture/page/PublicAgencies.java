package io.doorstep.capture.page;

import io.doorstep.identity.Directory;
import io.doorstep.platform.Refusal;
import io.doorstep.platform.Refused;
import io.doorstep.tenancy.Agencies;
import io.doorstep.tenancy.Agency;
import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.TenantScope;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** From a public address to the agency that it names. Nothing else about the request decides the tenant. */
@Component
class PublicAgencies {

    private final Directory directory;
    private final Agencies agencies;
    private final TransactionTemplate transaction;

    PublicAgencies(Directory directory, Agencies agencies, TransactionTemplate transaction) {
        this.directory = directory;
        this.agencies = agencies;
        this.transaction = transaction;
    }

    Optional<Agency> bySlug(String slug) {
        return directory.tenantOfSlug(slug).map(this::read);
    }

    Optional<Agency> bySiteKey(String siteKey) {
        return directory.tenantOfSiteKey(siteKey).map(this::read);
    }

    <T> T within(Agency agency, Supplier<T> work) {
        return whileOpen(() -> TenantScope.callIn(agency.id(), work::get));
    }

    private Agency read(TenantId tenant) {
        return whileOpen(() -> TenantScope.callIn(tenant, () -> transaction.execute(_ -> agencies.current())));
    }

    private static <T> T whileOpen(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.Unavailable closed) {
                throw new Away(closed);
            }
            throw refused;
        }
    }

    /** A person reads it, not a program. */
    static final class Away extends RuntimeException {

        private final transient Refusal.Unavailable refusal;

        Away(Refusal.Unavailable refusal) {
            super(refusal.code(), null, false, false);
            this.refusal = refusal;
        }

        Refusal.Unavailable refusal() {
            return refusal;
        }
    }
}
