package io.doorstep.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.doorstep.platform.Ids;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.SettableClock;
import io.doorstep.testing.TestAgencies;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DoorstepTest
@Import(TasksTest.Handlers.class)
class TasksTest {

    @Autowired
    Tasks tasks;

    @Autowired
    TestAgencies agencies;

    @Autowired
    Recorder recorder;

    @Autowired
    JdbcClient db;

    @Autowired
    Ids ids;

    @Autowired
    SettableClock clock;

    @Test
    void a_task_runs_in_the_scope_of_the_tenant_that_scheduled_it() {
        var agency = agencies.fresh();
        var subject = ids.next();

        agency.inTransaction(() -> tasks.scheduleNow("record", subject, "once"));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(recorder.tenants).containsEntry(subject, agency.tenant()));
    }

    @Test
    void a_rolled_back_change_leaves_no_task() {
        var agency = agencies.fresh();
        var subject = ids.next();

        assertThatThrownBy(() -> agency.inTransaction((Runnable) () -> {
                    tasks.scheduleNow("record", subject, "once");
                    throw new IllegalStateException("the change fails");
                }))
                .hasMessage("the change fails");

        assertThat(waiting(agency)).isZero();
        assertThat(recorder.tenants).doesNotContainKey(subject);
    }

    @Test
    void the_same_occasion_twice_is_one_task() {
        var agency = agencies.fresh();
        var later = clock.instant().plus(Duration.ofDays(1));
        var subject = ids.next();

        agency.inTransaction(() -> {
            tasks.schedule("record", subject, "message 7", later);
            tasks.schedule("record", subject, "message 7", later);
            tasks.schedule("record", subject, "message 8", later);
        });

        assertThat(waiting(agency)).isEqualTo(2);
    }

    @Test
    void a_task_outside_a_transaction_is_refused() {
        var agency = agencies.fresh();

        assertThatThrownBy(
                        () -> TenantScope.runIn(agency.tenant(), () -> tasks.scheduleNow("record", ids.next(), "once")))
                .hasMessageContaining("mandatory");
    }

    @Test
    void a_task_that_fails_is_tried_again() {
        var agency = agencies.fresh();
        var subject = ids.next();
        recorder.failures.put(subject, new AtomicInteger(2));

        agency.inTransaction(() -> tasks.scheduleNow("record", subject, "once"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(recorder.tenants).containsKey(subject));
        assertThat(waiting(agency)).isLessThanOrEqualTo(1);
    }

    @Test
    void the_database_refuses_a_task_that_names_another_tenant() {
        var agency = agencies.fresh();
        var other = agencies.fresh();

        assertThatThrownBy(() -> agency.inTransaction(() -> db.sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                values ('record', :instance, now(), false, 1)
                """)
                        .param("instance", other.tenant() + "/" + ids.next() + "/forged")
                        .update()))
                .hasMessageContaining("task_names_its_tenant");
    }

    private long waiting(TestAgencies.TestAgency agency) {
        return agency.inTransaction(() ->
                db.sql("select count(*) from scheduled_tasks").query(Long.class).single());
    }

    /** Notes in whose scope it ran; fails as often as told before. */
    static class Recorder implements TaskHandler {
        final Map<UUID, TenantId> tenants = new ConcurrentHashMap<>();
        final Map<UUID, AtomicInteger> failures = new ConcurrentHashMap<>();

        @Override
        public String taskName() {
            return "record";
        }

        @Override
        public void run(UUID subject) {
            if (failures.getOrDefault(subject, new AtomicInteger()).getAndDecrement() > 0) {
                throw new IllegalStateException("not yet");
            }
            tenants.put(subject, TenantScope.current());
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Handlers {
        @Bean
        Recorder recorder() {
            return new Recorder();
        }
    }
}
