package io.doorstep.tenancy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks.OneTimeTaskBuilder;
import io.doorstep.platform.Refusal;
import io.doorstep.platform.Refused;
import io.doorstep.tenancy.standing.Standings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs due tasks. Sees the queue as {@code doorstep_worker}, over all tenants; enters the tenant of a task before its handler runs.
 * A node that dies is noticed after four missed heartbeats (8 s) and its tasks run elsewhere.
 */
@Component
class TaskRunner implements SmartLifecycle, Tasks.WakeUp {

    private static final Logger log = LoggerFactory.getLogger(TaskRunner.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final DataSource queue;
    private final ObjectProvider<TaskHandler> handlers;
    private final DeadTasks dead;
    private final Standings standings;
    private final Clock clock;
    private final int threads;
    private final RandomGenerator jitter = RandomGenerator.getDefault();
    private volatile @org.jspecify.annotations.Nullable Scheduler scheduler;

    /** @param threads 0 for a node that answers requests only and leaves the tasks to others */
    TaskRunner(
            @Worker DataSource queue,
            ObjectProvider<TaskHandler> handlers,
            DeadTasks dead,
            Standings standings,
            Clock clock,
            @Value("${doorstep.tasks.threads:8}") int threads) {
        this.queue = queue;
        this.handlers = handlers;
        this.dead = dead;
        this.standings = standings;
        this.clock = clock;
        this.threads = threads;
    }

    @Override
    public void start() {
        if (threads == 0) return;
        List<Task<?>> tasks = handlers.stream().<Task<?>>map(this::task).toList();
        var started = Scheduler.create(queue, tasks)
                .threads(threads)
                .pollingInterval(POLL)
                .pollUsingLockAndFetch(0.5, 3.0)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(20))
                .clock(clock::instant)
                .build();
        started.start();
        scheduler = started;
    }

    @Override
    public void stop() {
        var running = scheduler;
        scheduler = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    @Override
    public void soon() {
        var running = scheduler;
        if (running != null) {
            running.triggerCheckForDueExecutions();
        }
    }

    private Task<Void> task(TaskHandler handler) {
        return new OneTimeTaskBuilder<>(handler.taskName(), Void.class)
                .onFailure((FailureHandler<Void>) this::again)
                .execute((TaskInstance<Void> instance, ExecutionContext _) -> {
                    var name = TaskInstanceName.parse(instance.getId());
                    standings.requireOpen(name.tenant());
                    TenantScope.runIn(
                            name.tenant(),
                            () -> RunningTask.run(handler.taskName(), () -> handler.run(name.subject())));
                });
    }

    private void again(ExecutionComplete failed, ExecutionOperations<Void> operations) {
        var execution = failed.getExecution();
        if (failed.getCause().filter(TaskRunner::agencyIsClosed).isPresent()) {
            park(execution, operations);
            return;
        }
        var attempts = execution.consecutiveFailures + 1;
        var problem = failed.getCause().map(Throwable::toString).orElse("unknown");
        log.warn(
                "task {} failed, attempt {}: {}",
                execution.taskInstance,
                attempts,
                problem,
                failed.getCause().orElse(null));
        if (attempts >= Tasks.MOST_ATTEMPTS) {
            var name = TaskInstanceName.parse(execution.taskInstance.getId());
            TenantScope.runIn(
                    name.tenant(),
                    () -> dead.add(execution.taskInstance.getTaskName(), name.toString(), problem, attempts));
            operations.stop();
            return;
        }
        operations.reschedule(failed, clock.instant().plus(wait(attempts)));
    }

    private static boolean agencyIsClosed(Throwable cause) {
        return cause instanceof Refused refused && refused.refusal() instanceof Refusal.Unavailable;
    }

    /** That is no failure of the task. By its success it is known as parked: a task that has succeeded is not there any more. */
    private void park(Execution execution, ExecutionOperations<Void> operations) {
        var now = clock.instant();
        operations.reschedule(ExecutionComplete.success(execution, now, now), now.plus(Tasks.PARKED_FOR));
    }

    /** Doubles from half a second, half of it at random, ten minutes at most. */
    private Duration wait(int attempts) {
        var full = Math.min(LONGEST_WAIT.toMillis(), 500L << Math.min(attempts, 20));
        return Duration.ofMillis(full / 2 + jitter.nextLong(full / 2 + 1));
    }
}
