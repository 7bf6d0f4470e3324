package io.doorstep.tenancy;

import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * For which tenant the current code runs. Bound for the length of a call and never inherited by another thread: a task, an event,
 * a stream or a virtual thread enters its tenant explicitly, or has none and gets no connection.
 */
public final class TenantScope {

    private record Bound(TenantId tenant, Optional<Actor> actor, Limit limit) {}

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

    static Limit limit() {
        return CURRENT.orElseThrow(NoTenant::new).limit();
    }

    public static void runIn(TenantId tenant, Runnable work) {
        refuseChangeInTransaction(tenant);
        ScopedValue.where(CURRENT, new Bound(tenant, Optional.empty(), Limit.NONE))
                .run(work);
    }

    public static <T extends @org.jspecify.annotations.Nullable Object, X extends Throwable> T callIn(
            TenantId tenant, ScopedValue.CallableOp<T, X> work) throws X {
        refuseChangeInTransaction(tenant);
        return ScopedValue.where(CURRENT, new Bound(tenant, Optional.empty(), Limit.NONE))
                .call(work);
    }

    /** As {@link #callIn}, for what a member asks of the agency: the database holds it to what the member's role may see and change. */
    public static <T extends @org.jspecify.annotations.Nullable Object, X extends Throwable> T callLimited(
            TenantId tenant, Actor actor, ScopedValue.CallableOp<T, X> work) throws X {
        refuseActorInTransaction(tenant, actor);
        return ScopedValue.where(CURRENT, new Bound(tenant, Optional.of(actor), actor.limit()))
                .call(work);
    }

    /**
     * As {@link #callIn}, for what the agency does on a member's account and what is the person's own (signing in, joining, sessions): the
     * audit log names the member, the role limits nothing. Requests come in through {@link #callLimited}.
     */
    public static <T extends @org.jspecify.annotations.Nullable Object, X extends Throwable> T callAs(
            TenantId tenant, Actor actor, ScopedValue.CallableOp<T, X> work) throws X {
        refuseActorInTransaction(tenant, actor);
        return ScopedValue.where(CURRENT, new Bound(tenant, Optional.of(actor), Limit.NONE))
                .call(work);
    }

    /** Only by {@link BeyondSight}, which begins a transaction of its own: one that is open stays as narrow as it was begun. */
    static <T extends @org.jspecify.annotations.Nullable Object, X extends Throwable> T callBeyondSight(
            ScopedValue.CallableOp<T, X> work) throws X {
        var here = CURRENT.orElseThrow(NoTenant::new);
        return ScopedValue.where(CURRENT, new Bound(here.tenant(), here.actor(), Limit.NONE))
                .call(work);
    }

    /** The database knows one tenant per transaction; another one inside it would read and write as the first. */
    private static void refuseChangeInTransaction(TenantId tenant) {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && find().filter(current -> !current.equals(tenant)).isPresent()) {
            throw new IllegalStateException(
                    "a transaction of one tenant is open; another tenant can't be entered inside it");
        }
    }

    /** A transaction keeps the limits that it was begun with: entered inside a wider one, a member would see and write as that. */
    private static void refuseActorInTransaction(TenantId tenant, Actor actor) {
        refuseChangeInTransaction(tenant);
        if (TransactionSynchronizationManager.isActualTransactionActive() && !actor().equals(Optional.of(actor))) {
            throw new IllegalStateException("a transaction is open that is not this member's");
        }
    }

    public static final class NoTenant extends IllegalStateException {
        NoTenant() {
            super("no tenant scope: enter one with TenantScope.runIn before touching tenant data");
        }
    }
}
