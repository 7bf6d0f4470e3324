package io.doorstep.tenancy;

import static java.time.ZoneOffset.UTC;

import io.doorstep.platform.AfterCommit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The outbox. A task is a row written in the business transaction, so it exists exactly when the change that asked for it does.
 * Its instance is {@code <tenant>/<subject>/<occasion>}; the database holds the first part to the row's tenant.
 */
@Component
public class Tasks {

    public static final int MOST_ATTEMPTS = 12;

    /** Tasks of a closed agency are looked at again this often, so that none is forgotten. */
    static final Duration PARKED_FOR = Duration.ofMinutes(5);

    private final JdbcClient db;
    private final Clock clock;
    private final WakeUp wakeUp;

    Tasks(JdbcClient db, Clock clock, WakeUp wakeUp) {
        this.db = db;
        this.clock = clock;
        this.wakeUp = wakeUp;
    }

    /**
     * As soon as this transaction has committed.
     *
     * @param occasion what makes this task different from another one on the same subject (a message number, a due time): the same
     *     occasion twice is one task, a new occasion is a new task even while the former one runs
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void scheduleNow(String taskName, UUID subject, String occasion) {
        schedule(taskName, subject, occasion, clock.instant());
        AfterCommit.run(wakeUp::soon);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void schedule(String taskName, UUID subject, String occasion, Instant at) {
        db.sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                values (:name, :instance, :at, false, 1)
                on conflict do nothing
                """)
                .param("name", taskName)
                .param("instance", new TaskInstanceName(TenantScope.current(), subject, occasion).toString())
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** What became due while the agency was closed goes on now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void resumeParked() {
        db.sql("""
                update scheduled_tasks
                   set execution_time = :now
                 where last_success is not null
                   and not picked
                """).param("now", clock.instant().atOffset(UTC)).update();
        AfterCommit.run(wakeUp::soon);
    }

    /** Asks the scheduler to look now instead of at its next poll. Only speed hangs on it. */
    interface WakeUp {
        void soon();
    }
}
