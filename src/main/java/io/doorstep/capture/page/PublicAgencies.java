package io.doorstep.capture.page;

import io.doorstep.identity.Directory;
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
        return TenantScope.callIn(agency.id(), work::get);
    }

    private Agency read(TenantId tenant) {
        return TenantScope.callIn(tenant, () -> transaction.execute(_ -> agencies.current()));
    }
}
