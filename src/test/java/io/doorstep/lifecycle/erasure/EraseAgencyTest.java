package io.doorstep.lifecycle.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.demo.DemoData;
import io.doorstep.identity.Directory;
import io.doorstep.lifecycle.Twins;
import io.doorstep.platform.Ids;
import io.doorstep.platform.Refused;
import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.tenancy.Keeper;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.tenancy.TenantTransactions;
import io.doorstep.tenancy.standing.Register;
import io.doorstep.tenancy.standing.Standings;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** An agency and its twin, row for row and id for id: whoever confuses the two erases the wrong rows. */
@DoorstepTest
class EraseAgencyTest {

    @Autowired
    DemoData demo;

    @Autowired
    Directory directory;

    @Autowired
    DatabaseSettings settings;

    @Autowired
    EraseAgency eraseAgency;

    @Autowired
    Register register;

    @Autowired
    Standings standings;

    @Autowired
    StillAtWork stillAtWork;

    @Autowired
    TestAgencies agencies;

    @Autowired
    @Keeper
    JdbcTemplate keeper;

    @Autowired
    @Keeper
    TenantTransactions keeperTransactions;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Autowired
    Ids ids;

    private Twins.Twin doomed;
    private Twins.Twin neighbour;

    private void twinsOf(UUID source) {
        var number = Long.toString(System.nanoTime(), 36);
        doomed = Twins.of(settings, source, "doomed-" + number);
        neighbour = Twins.of(settings, source, "neighbour-" + number);
    }

    /** One that was just founded: a row or two in most tables. */
    @BeforeEach
    void small_ones() {
        var agency = agencies.fresh();
        twinsOf(agency.tenant().value());
        TenantScope.runIn(doomed.tenant(), () -> transaction.executeWithoutResult(_ -> touch()));
    }

    @Test
    void one_of_many_agencies_goes_to_the_last_row_and_nothing_else_changes() throws Exception {
        demo.ensure(_ -> {});
        twinsOf(directory.tenantOfSlug("linden-row").orElseThrow().value());
        var before = Twins.rows(settings, doomed.tenant());
        var others = Twins.checksumsOfOthers(settings, doomed.tenant());
        register.close(doomed.tenant(), Instant.now().minusSeconds(1));

        var outcome = eraseAgency.erase(doomed.tenant());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        EraseAgency.Outcome.Erased.class,
                        erased -> assertThat(erased.rows().get("lead"))
                                .isEqualTo(before.get("lead"))
                                .isGreaterThan(100L));
        assertThat(Twins.rows(settings, doomed.tenant()).values()).allMatch(rows -> rows == 0);
        assertThat(Twins.checksumsOfOthers(settings, doomed.tenant())).isEqualTo(others);
        assertThat(admin("select count(*) from app_user where email like '" + doomed.slug() + ".%'"))
                .isZero();
        assertThat(admin("select count(*) from app_user where email like '" + neighbour.slug() + ".%'"))
                .isPositive();
        assertThat(admin(
                        "select count(*) from tombstone where erased_at is not null and users > 0 and (rows ->> 'lead')::int = "
                                + before.get("lead") + " and id = '" + doomed.tenant() + "'"))
                .isOne();
        assertThat(eraseAgency.erase(doomed.tenant())).isInstanceOf(EraseAgency.Outcome.GoneAlready.class);
    }

    @Test
    void a_run_that_is_cut_off_anywhere_goes_on_and_ends_the_same() throws Exception {
        var others = Twins.checksumsOfOthers(settings, doomed.tenant());
        register.close(doomed.tenant(), Instant.now().minusSeconds(1));
        var kills = 0;
        var reached = new ArrayList<String>();

        while (register.find(doomed.tenant()).isPresent()) {
            var next = ++kills;
            var seen = new AtomicInteger();
            var killed = erasing(what -> {
                if (seen.incrementAndGet() == next) {
                    reached.add(what);
                    throw new IllegalStateException("killed after " + what);
                }
            });
            try {
                killed.erase(doomed.tenant());
            } catch (IllegalStateException cutOff) {
                assertThat(cutOff).hasMessageStartingWith("killed");
            }
        }

        assertThat(kills).as("once after each step").isGreaterThan(40);
        assertThat(reached).contains("begun").anyMatch(what -> what.contains("deal_move"));
        assertThat(Twins.rows(settings, doomed.tenant()).values()).allMatch(rows -> rows == 0);
        assertThat(Twins.checksumsOfOthers(settings, doomed.tenant())).isEqualTo(others);
    }

    @Test
    void two_erasures_at_once_while_members_write_leave_nothing_behind() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var written = new AtomicInteger();
            var refused = new AtomicInteger();
            var writers = new ArrayList<java.util.concurrent.Future<?>>();
            for (var writer = 0; writer < 4; writer++) {
                writers.add(threads.submit(() -> writeUntilRefused(written, refused)));
            }
            while (written.get() < 20) {
                Thread.onSpinWait();
            }
            register.close(doomed.tenant(), Instant.now().minusSeconds(1));
            Callable<EraseAgency.Outcome> erase = () -> eraseAgency.erase(doomed.tenant());
            var outcomes = new ArrayList<EraseAgency.Outcome>();
            for (var one : threads.invokeAll(List.of(erase, erase))) {
                outcomes.add(one.get());
            }
            for (var writer : writers) {
                writer.get();
            }

            assertThat(outcomes)
                    .filteredOn(EraseAgency.Outcome.Erased.class::isInstance)
                    .hasSize(1);
            assertThat(refused).hasValue(4);
        }
        assertThat(Twins.rows(settings, doomed.tenant()).values()).allMatch(rows -> rows == 0);
    }

    @Test
    void the_first_row_goes_only_after_the_last_transaction_has_ended() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var began = new java.util.concurrent.CountDownLatch(1);
            var goOn = new java.util.concurrent.CountDownLatch(1);
            var slow = threads.submit(() -> TenantScope.callIn(
                    doomed.tenant(),
                    () -> transaction.execute(_ -> {
                        touch();
                        began.countDown();
                        waitFor(goOn);
                        touch(); // a late row of a transaction that was let in before the door was shut
                        return true;
                    })));
            began.await();
            register.close(doomed.tenant(), Instant.now().minusSeconds(1));
            var erasure = threads.submit(() -> eraseAgency.erase(doomed.tenant()));
            assertThatThrownBy(() -> erasure.get(1, java.util.concurrent.TimeUnit.SECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            assertThat(Twins.rows(settings, doomed.tenant()).get("touch")).isPositive();

            goOn.countDown();

            assertThat(slow.get()).isTrue();
            assertThat(erasure.get()).isInstanceOf(EraseAgency.Outcome.Erased.class);
        }
        assertThat(Twins.rows(settings, doomed.tenant()).values()).allMatch(rows -> rows == 0);
    }

    @Test
    void an_agency_that_is_not_due_is_left_alone() throws Exception {
        assertThat(eraseAgency.erase(doomed.tenant())).isInstanceOf(EraseAgency.Outcome.NotDue.class);
        register.close(doomed.tenant(), Instant.now().plusSeconds(3_600));
        assertThat(eraseAgency.erase(doomed.tenant())).isInstanceOf(EraseAgency.Outcome.NotDue.class);
        assertThat(register.keep(doomed.tenant())).isTrue();
        assertThat(Twins.rows(settings, doomed.tenant()).get("touch")).isPositive();
    }

    private void writeUntilRefused(AtomicInteger written, AtomicInteger refused) {
        while (true) {
            try {
                TenantScope.runIn(doomed.tenant(), () -> transaction.executeWithoutResult(_ -> touch()));
                written.incrementAndGet();
            } catch (Refused closed) {
                refused.incrementAndGet();
                return;
            }
        }
    }

    private void touch() {
        var id = ids.next();
        db.sql("insert into touch (id, source, client_key, raw, received_at) values (:id, 'FORM', :key, '{}', now())")
                .param("id", id)
                .param("key", id.toString())
                .update();
    }

    private static void waitFor(java.util.concurrent.CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private EraseAgency erasing(Checkpoint checkpoint) {
        return new EraseAgency(
                keeper, keeperTransactions, stillAtWork, register, standings, JsonMapper.shared(), checkpoint);
    }

    private long admin(String question) {
        return JdbcClient.create(settings.admin())
                .sql(question)
                .query(Long.class)
                .single();
    }
}
