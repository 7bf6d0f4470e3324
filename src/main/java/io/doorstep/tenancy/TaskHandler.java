package io.doorstep.tenancy;

import java.util.UUID;

/**
 * Does one kind of durable task. Runs in the scope of the task's tenant, outside any transaction, at least once: the effect must be
 * idempotent. An exception means "again later", with backoff; after {@link Tasks#MOST_ATTEMPTS} the task is set aside as dead, visibly.
 */
public interface TaskHandler {

    /** Stable: it is stored with the task. */
    String taskName();

    void run(UUID subject);
}
