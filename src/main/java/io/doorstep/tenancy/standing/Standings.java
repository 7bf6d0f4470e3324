package io.doorstep.tenancy.standing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Gate;
import io.doorstep.tenancy.TenantId;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The door of every agency. Each transaction of the app passes it, whatever let its caller in: a session, a token, a site key, a due task, a
 * thread that has been running for an hour. So {@link #stale()} after an agency was suspended or closed, nothing begins in it any more, on any
 * node. An id that the directory does not know has no door at all.
 */
@Component
public class Standings {

    private static final Duration COME_BACK = Duration.ofMinutes(5);

    private final JdbcClient gate;
    private final Duration stale;
    private final Cache<TenantId, Optional<Standing>> known;

    Standings(@Gate JdbcClient gate, @Value("${doorstep.standing.stale:5s}") Duration stale) {
        this.gate = gate;
        this.stale = stale;
        this.known = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterWrite(stale)
                .build();
    }

    /** How long a node may go by what it read before. */
    public Duration stale() {
        return stale;
    }

    public boolean isOpen(TenantId tenant) {
        return known.get(tenant, this::read).filter(Standing::open).isPresent();
    }

    /**
     * Says the same of a suspended, a closing and an erased agency: a visitor has no business knowing which.
     *
     * @throws io.doorstep.platform.Refused {@code agency-not-reachable}
     */
    public void requireOpen(TenantId tenant) {
        if (!isOpen(tenant)) {
            throw new Refusal.Unavailable(
                            "agency-not-reachable",
                            "This agency can't be reached here at the moment. Nothing was accepted; try again later.",
                            COME_BACK)
                    .asException();
        }
    }

    /** What this node read before counts no more. */
    public void forget(TenantId tenant) {
        known.invalidate(tenant);
    }

    private Optional<Standing> read(TenantId tenant) {
        return gate.sql("select status from tenant_directory where id = :id")
                .param("id", tenant.value())
                .query(Standing.class)
                .optional();
    }
}
