package io.doorstep.tenancy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.tenancy.Actor;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@DoorstepTest
class AuditLogTest {

    @Autowired
    AuditLog log;

    @Autowired
    AuditEntries entries;

    @Autowired
    VerifyChain chain;

    @Autowired
    TestAgencies agencies;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Test
    void an_entry_says_who_did_what_to_what_from_where() {
        var agency = agencies.fresh();
        var owner = agency.owner();
        var key = UUID.randomUUID();
        var actor = new Actor(owner.memberId(), "OWNER", "API_KEY", key, "203.0.113.7");

        TenantScope.callAs(
                agency.tenant(),
                actor,
                () -> transaction.execute(_ -> {
                    log.record("thing.changed", "thing", "42", Map.of("name", "A thing", "tries", 3));
                    return true;
                }));

        assertThat(last(agency)).satisfies(entry -> {
            assertThat(entry.memberId()).isEqualTo(owner.memberId());
            assertThat(entry.role()).isEqualTo("OWNER");
            assertThat(entry.via()).isEqualTo("API_KEY");
            assertThat(entry.viaId()).isEqualTo(key.toString());
            assertThat(entry.address()).isEqualTo("203.0.113.7");
            assertThat(entry.action()).isEqualTo("thing.changed");
            assertThat(entry.subject()).isEqualTo("42");
            assertThat(entry.detail()).isEqualTo("{\"name\": \"A thing\", \"tries\": 3}");
        });
    }

    @Test
    void what_nobody_did_was_done_by_the_system() {
        var agency = agencies.fresh();

        agency.inTransaction(() -> log.record("thing.changed", "thing", null, Map.of()));

        assertThat(last(agency).via()).isEqualTo("SYSTEM");
        assertThat(last(agency).memberId()).isNull();
    }

    @Test
    void a_change_that_is_undone_leaves_no_entry_and_no_gap() {
        var agency = agencies.fresh();
        var before = all(agency).size();

        assertThatThrownBy(() -> agency.inTransaction((Runnable) () -> {
                    log.record("thing.changed", "thing", "1", Map.of());
                    throw new IllegalStateException("the change fails");
                }))
                .hasMessage("the change fails");
        agency.inTransaction(() -> log.record("thing.changed", "thing", "2", Map.of()));

        assertThat(all(agency)).hasSize(before + 1);
        assertThat(last(agency).subject()).isEqualTo("2");
        assertThat(chainOf(agency)).isInstanceOf(ChainState.Unbroken.class);
    }

    @Test
    void an_entry_that_can_not_be_written_undoes_the_change() {
        var agency = agencies.fresh();
        var tooMuch = Map.of("list", java.util.Collections.nCopies(100, "a text that is long enough to be too much"));

        assertThatThrownBy(() -> agency.inTransaction((Runnable) () -> {
                    db.sql("update agency set name = 'Renamed'").update();
                    log.record("thing.changed", "thing", "1", tooMuch);
                }))
                .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);

        assertThat(agency.inTransaction(() ->
                        db.sql("select name from agency").query(String.class).single()))
                .isNotEqualTo("Renamed");
    }

    @Test
    void nothing_is_recorded_outside_a_transaction() {
        var agency = agencies.fresh();

        assertThatThrownBy(() -> agency.inScope(() -> {
                    log.record("thing.changed", "thing", "1", Map.of());
                    return true;
                }))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void a_transaction_inside_another_keeps_its_entries_when_the_other_fails() {
        var agency = agencies.fresh();
        var inner = new TransactionTemplate(transaction.getTransactionManager());
        inner.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);

        assertThatThrownBy(() -> agency.inTransaction((Runnable) () -> {
                    log.record("thing.changed", "thing", "outer", Map.of());
                    inner.executeWithoutResult(_ -> log.record("thing.changed", "thing", "inner", Map.of()));
                    throw new IllegalStateException("the change fails");
                }))
                .hasMessage("the change fails");

        assertThat(all(agency)).extracting(Entry::subject).contains("inner").doesNotContain("outer");
    }

    @Test
    void many_writers_of_one_agency_make_one_chain_without_a_gap() throws Exception {
        var agency = agencies.fresh();
        var before = all(agency).size();

        at_once(12, writer -> {
            for (var turn = 0; turn < 10; turn++) {
                var subject = writer + "/" + turn;
                agency.inTransaction(() -> {
                    log.record("thing.changed", "thing", subject, Map.of());
                    log.record("thing.seen", "thing", subject, Map.of());
                });
            }
        });

        assertThat(all(agency))
                .extracting(Entry::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, before + 240).boxed().toList());
        assertThat(chainOf(agency)).isInstanceOf(ChainState.Unbroken.class);
    }

    /** Were the head locked where the entry is recorded, each of the two would hold what the other waits for. */
    @Test
    void a_writer_that_records_first_and_one_that_locks_first_do_not_wait_for_each_other() throws Exception {
        var agency = agencies.fresh();
        var bothHold = new CountDownLatch(2);

        at_once(
                2,
                writer -> agency.inTransaction(() -> {
                    if (writer == 0) {
                        log.record("thing.changed", "thing", "0", Map.of());
                        await(bothHold);
                        db.sql("update agency set name = name").update();
                    } else {
                        db.sql("update agency set name = name").update();
                        await(bothHold);
                        log.record("thing.changed", "thing", "1", Map.of());
                    }
                }));

        assertThat(all(agency)).extracting(Entry::subject).contains("0", "1");
    }

    private interface Writing {
        void by(int writer);
    }

    private static void at_once(int writers, Writing writing) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<java.util.concurrent.Future<?>>();
            for (var writer = 0; writer < writers; writer++) {
                var me = writer;
                running.add(threads.submit(() -> writing.by(me)));
            }
            for (var one : running) {
                one.get();
            }
        }
    }

    private static void await(CountDownLatch latch) {
        latch.countDown();
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Entry> all(TestAgency agency) {
        return agency.inTransaction(() -> {
            var list = new ArrayList<Entry>();
            entries.each(list::add);
            return List.copyOf(list);
        });
    }

    private Entry last(TestAgency agency) {
        return all(agency).getLast();
    }

    private ChainState chainOf(TestAgency agency) {
        return agency.inScope(chain::verify);
    }
}
