package io.doorstep.capture.page;

import io.doorstep.identity.Directory;
import io.doorstep.tenancy.Agencies;
import io.doorstep.tenancy.Agency;
import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.TenantScope;
import java.util.Optional;
import java.util.function.Function;
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
        return directory.tenantOfSlug(slug).map(tenant -> read(tenant, Function.identity()));
    }

    Optional<Agency> bySiteKey(String siteKey) {
        return directory.tenantOfSiteKey(siteKey).map(tenant -> read(tenant, Function.identity()));
    }

    /** What a page needs to know of its agency, read in one transaction. */
    <T> Optional<T> bySlug(String slug, Function<Agency, T> reading) {
        return directory.tenantOfSlug(slug).map(tenant -> read(tenant, reading));
    }

    private <T> T read(TenantId tenant, Function<Agency, T> reading) {
        return TenantScope.callIn(tenant, () -> transaction.execute(_ -> reading.apply(agencies.current())));
    }
}
