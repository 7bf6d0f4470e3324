package io.doorstep.tenancy;

import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * For which tenant the current code runs. Bound for the length of a call and never inherited by another thread: a task, an event,
 * a stream or a virtual thread enters its tenant explicitly, or has none and gets no connection.
 */
public final class TenantScope {

    private record Bound(TenantId tenant, Optional<Actor> actor) {}

    private static final ScopedValue<Bound> CURRENT = ScopedValue.newInstance();

    private TenantScope() {}

    /** @throws NoTenant where no scope is bound */
    public static TenantId current() {
        return CURRENT.orElseThrow(NoTenant::new).tenant();
    }

    public static Optional<TenantId> find() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get().tenant()) : Optional.empty();
    }

    /** The member for whom the current code runs; empty for tasks, visitors and the assistant. */
    public static Optional<Actor> actor() {
        return CURRENT.isBound() ? CURRENT.get().actor() : Optional.empty();
    }

    public static void runIn(TenantId tenant, Runnable work) {
        refuseChangeInTransaction(tenant);
        ScopedValue.where(CURRENT, new Bound(tenant, Optional.empty())).run(work);
    }

    public static <T extends @org.jspecify.annotations.Nullable Object, X extends Throwable> T callIn(
            TenantId tenant, ScopedValue.CallableOp<T, X> work) throws X {
        refuseChangeInTransaction(tenant);
        return ScopedValue.where(CURRENT, new Bound(tenant, Optional.empty())).call(work);
    }

    /** As {@link #callIn}, for a member: what the member may see and do, and what the audit log says of it, follows the actor. */
    public static <T extends @org.jspecify.annotations.Nullable Object, X extends Throwable> T callAs(
            TenantId tenant, Actor actor, ScopedValue.CallableOp<T, X> work) throws X {
        refuseChangeInTransaction(tenant);
        return ScopedValue.where(CURRENT, new Bound(tenant, Optional.of(actor))).call(work);
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
