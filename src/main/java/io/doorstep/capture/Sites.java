package io.doorstep.capture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.doorstep.identity.Directory;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Agencies;
import io.doorstep.tenancy.Agency;
import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.TenantScope;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** From a site key to the agency it stands for, with the settings that the open door needs. */
@Component
class Sites {

    private static final Pattern KEY = Pattern.compile("site_[a-z0-9]{20,40}");

    private final Directory directory;
    private final Agencies agencies;
    private final TransactionTemplate transaction;
    /** A changed setting acts within seconds; the key is the tenant, so no agency can meet another's. */
    private final Cache<TenantId, Agency> settings = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    Sites(Directory directory, Agencies agencies, TransactionTemplate transaction) {
        this.directory = directory;
        this.agencies = agencies;
        this.transaction = transaction;
    }

    /** @throws io.doorstep.platform.Refused unknown-site-key */
    Agency find(String siteKey) {
        if (!KEY.matcher(siteKey).matches()) {
            throw unknown();
        }
        return settings.get(directory.tenantOfSiteKey(siteKey).orElseThrow(Sites::unknown), this::read);
    }

    private Agency read(TenantId tenant) {
        return TenantScope.callIn(tenant, () -> transaction.execute(_ -> agencies.current()));
    }

    private static RuntimeException unknown() {
        return new Refusal.NotFound(
                        "unknown-site-key", "No agency has this site key. Copy the widget snippet from Settings again.")
                .asException();
    }
}
