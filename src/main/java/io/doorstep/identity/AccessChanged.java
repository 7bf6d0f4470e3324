package io.doorstep.identity;

import io.doorstep.platform.AfterCommit;
import io.doorstep.tenancy.Gate;
import io.doorstep.tenancy.TenantId;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says that somebody may do less, more or nothing now. Call it in the transaction that changed it, or after: once that has committed,
 * this node forgets whom it let in and closes the streams at once, and the other nodes are told. Whoever forgets to call it, or loses the
 * notice, waits for the caches' own end ({@link AccessCache#STALE}); a member's removal is told by the database in any case.
 */
@Component
public class AccessChanged {

    static final String CHANNEL = "doorstep_access";
    private static final Logger log = LoggerFactory.getLogger(AccessChanged.class);

    /** Remembers who is let in, and forgets those who are touched. Must be quick: it runs in the thread that made the change. */
    public interface Listener {
        void accessChanged(Predicate<CurrentMember> touched);
    }

    private final ObjectProvider<Listener> listeners;
    private final JdbcClient gate;
    private final String node;

    AccessChanged(ObjectProvider<Listener> listeners, @Gate JdbcClient gate, io.doorstep.platform.Ids ids) {
        this.listeners = listeners;
        this.gate = gate;
        this.node = ids.next().toString();
    }

    /** A member was deactivated, or has another role. */
    public void ofMember(TenantId tenant, UUID userId) {
        tell(member -> member.tenant().equals(tenant) && member.userId().equals(userId));
    }

    /** In all agencies: the password changed, or all sessions ended. */
    public void ofUser(UUID userId) {
        tell(member -> member.userId().equals(userId));
    }

    /** The agency was suspended, opened again, or deleted. */
    public void ofTenant(TenantId tenant) {
        tell(member -> member.tenant().equals(tenant));
    }

    /** A session, a family of tokens or an API key ended or changed. */
    public void ofCredential(UUID id) {
        tell(member -> id.equals(member.access().credential()));
    }

    private void tell(Predicate<CurrentMember> touched) {
        AfterCommit.run(() -> {
            here(touched);
            // On a thread of its own: right after a commit the gate's statement would join the transaction that is
            // over.
            Thread.startVirtualThread(this::elsewhere);
        });
    }

    /** What another node, or the database, told. */
    void heard(String from) {
        if (!from.equals(node)) {
            here(_ -> true);
        }
    }

    private void here(Predicate<CurrentMember> touched) {
        listeners.forEach(listener -> listener.accessChanged(touched));
    }

    private void elsewhere() {
        try {
            gate.sql("select pg_notify(:channel, :node)")
                    .param("channel", CHANNEL)
                    .param("node", node)
                    .query((_, _) -> true)
                    .single();
        } catch (DataAccessException unsent) {
            log.warn("other nodes were not told of a changed access and will see it within seconds", unsent);
        }
    }
}
