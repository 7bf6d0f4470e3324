package io.doorstep.tenancy;

import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * For which tenant the current code runs. Bound for the length of a call and never inherited by another thread: a task, an event,
 * a stream or a virtual thread enters its tenant explicitly, or has none and gets no connection.
 */
public final class TenantScope {

    private static final ScopedValue<TenantId> CURRENT = ScopedValue.newInstance();

    private TenantScope() {}

    /** @throws NoTenant where no scope is bound */
    public static TenantId current() {
        return CURRENT.orElseThrow(NoTenant::new);
    }

    public static Optional<TenantId> find() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    public static void runIn(TenantId tenant, Runnable work) {
        refuseChangeInTransaction(tenant);
        ScopedValue.where(CURRENT, tenant).run(work);
    }

    public static <T extends @org.jspecify.annotations.Nullable Object, X extends Throwable> T callIn(
            TenantId tenant, ScopedValue.CallableOp<T, X> work) throws X {
        refuseChangeInTransaction(tenant);
        return ScopedValue.where(CURRENT, tenant).call(work);
    }

    /** The database knows one tenant per transaction; another one inside it would read and write as the first. */
    private static void refuseChangeInTransaction(TenantId tenant) {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && find().filter(current -> !current.equals(tenant)).isPresent()) {
            throw new IllegalStateException(
                    "a transaction of one tenant is open; another tenant can't be entered inside it");
        }
    }

    public static final class NoTenant extends IllegalStateException {
        NoTenant() {
            super("no tenant scope: enter one with TenantScope.runIn before touching tenant data");
        }
    }
}
