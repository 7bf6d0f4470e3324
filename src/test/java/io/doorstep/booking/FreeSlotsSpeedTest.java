package io.doorstep.booking;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.tenancy.Gate;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.SettableClock;
import io.doorstep.testing.TestAgencies;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Budget: free slots of 10 members in one week, p95 at most 50 ms. */
@DoorstepTest
class FreeSlotsSpeedTest {

    @Autowired
    FreeSlots freeSlots;

    @Autowired
    DefaultWorkingHours workingHours;

    @Autowired
    TestAgencies agencies;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    @Gate
    JdbcClient gate;

    @Test
    void a_week_of_ten_members_takes_at_most_50_ms() {
        var agency = agencies.fresh();
        agency.inTransaction(() -> IntStream.range(1, 10).forEach(this::member));

        var times = IntStream.range(0, 300)
                .mapToLong(_ -> {
                    var start = System.nanoTime();
                    var slots = agency.inScope(
                            () -> freeSlots.of(List.of(), clock.instant(), Duration.ofDays(7), Duration.ofMinutes(30)));
                    assertThat(slots).hasSizeGreaterThan(500);
                    return System.nanoTime() - start;
                })
                .skip(100)
                .sorted()
                .toArray();

        var p95 = times[times.length * 95 / 100];
        LoggerFactory.getLogger(getClass()).info("free slots, 10 members, 1 week: p95 {} µs", p95 / 1_000);
        assertThat(p95).as("p95 in ns").isLessThan(Duration.ofMillis(50).toNanos());
    }

    private void member(int number) {
        var id = UUID.randomUUID();
        gate.sql("""
                        insert into app_user (id, email, name, created_at)
                        values (:id, :email, 'Agent', :now)
                        """)
                .param("id", id)
                .param("email", id + "@agents.example")
                .param("now", clock.instant().atOffset(UTC))
                .update();
        db.sql("""
                        insert into member (id, user_id, name, email, role, time_zone, created_at)
                        values (:id, :id, :name, :name, 'AGENT', 'America/Chicago', :now)
                        """)
                .param("id", id)
                .param("name", "Agent " + number)
                .param("now", clock.instant().atOffset(UTC))
                .update();
        workingHours.give(id);
    }
}
