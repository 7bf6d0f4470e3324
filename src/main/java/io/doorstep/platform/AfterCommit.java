package io.doorstep.platform;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** For hints that may be lost (a live update, a wake-up call): what must not be lost is a task in the transaction. */
public final class AfterCommit {

    private AfterCommit() {}

    /** Runs the hint after the surrounding transaction committed, or at once where there is none. */
    public static void run(Runnable hint) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            hint.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                hint.run();
            }
        });
    }
}
