package io.doorstep.lifecycle.erasure;

import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.standing.Register;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Erases agencies whose time has come, and goes on where a node fell over. Asks the register, not a task: an agency's tasks rest while it is closed,
 * and go with it.
 */
@Component
class EraseDue {

    private static final Logger log = LoggerFactory.getLogger(EraseDue.class);

    private final Register register;
    private final EraseAgency eraseAgency;
    private final boolean works;
    private final AtomicBoolean busy = new AtomicBoolean();

    EraseDue(Register register, EraseAgency eraseAgency, @Value("${doorstep.tasks.threads:8}") int threads) {
        this.register = register;
        this.eraseAgency = eraseAgency;
        this.works = threads > 0;
    }

    @Scheduled(initialDelay = 30_000, fixedDelay = 60_000)
    void look() {
        if (works && busy.compareAndSet(false, true)) {
            Thread.startVirtualThread(() -> {
                try {
                    register.dueToBeErased().forEach(this::erase);
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    private void erase(TenantId tenant) {
        try {
            eraseAgency.erase(tenant);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException later) {
            log.warn("the erasure of {} goes on in a minute", tenant, later);
        }
    }
}
