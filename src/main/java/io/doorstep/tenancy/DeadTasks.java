package io.doorstep.tenancy;

import static java.time.ZoneOffset.UTC;

import io.doorstep.platform.Ids;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tasks that gave up. Kept for people to see and run again. */
@Component
class DeadTasks {

    private static final int LONGEST_PROBLEM = 2_000;

    private final JdbcClient db;
    private final Ids ids;
    private final Clock clock;

    DeadTasks(JdbcClient db, Ids ids, Clock clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public void add(String taskName, String instance, String problem, int attempts) {
        db.sql("""
                insert into dead_task (id, task_name, task_instance, problem, attempts, died_at)
                values (:id, :name, :instance, :problem, :attempts, :at)
                """)
                .param("id", ids.next())
                .param("name", taskName)
                .param("instance", instance)
                .param("problem", problem.substring(0, Math.min(problem.length(), LONGEST_PROBLEM)))
                .param("attempts", attempts)
                .param("at", clock.instant().atOffset(UTC))
                .update();
    }
}
