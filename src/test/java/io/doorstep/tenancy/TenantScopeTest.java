package io.doorstep.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.doorstep.platform.database.DatabaseRole;
import io.doorstep.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Every agency writes its own name, in one table, over one small pool; whoever reads another's name has broken in. */
class TenantScopeTest {

    private static final int AGENCIES = 50;
    private static final List<TenantId> TENANTS = IntStream.range(0, AGENCIES)
            .mapToObj(_ -> new TenantId(UUID.randomUUID()))
            .toList();
    private static HikariDataSource pool;
    private static JdbcClient db;
    private static TransactionTemplate transaction;

    @BeforeAll
    static void each_agency_has_a_listing_of_its_own() {
        var config = new HikariConfig();
        config.setDataSource(TestDatabase.fresh().as(DatabaseRole.APP));
        config.setMaximumPoolSize(5);
        config.setAutoCommit(false);
        config.setConnectionTimeout(30_000);
        pool = new HikariDataSource(config);
        var manager = new TenantTransactions(pool);
        db = JdbcClient.create(java.util.Objects.requireNonNull(manager.getDataSource()));
        transaction = new TransactionTemplate(manager);
        TENANTS.forEach(tenant ->
                TenantScope.runIn(tenant, () -> transaction.executeWithoutResult(_ -> addListing(tenant.toString()))));
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Test
    void without_a_tenant_no_way_of_running_code_gets_a_connection() throws Exception {
        Callable<Object> read = () -> transaction.execute(_ -> names());

        assertThatThrownBy(read::call).isInstanceOf(TenantScope.NoTenant.class);
        TenantScope.runIn(TENANTS.getFirst(), () -> {
            // The scope of the caller is not the scope of what it starts.
            assertThatThrownBy(() -> CompletableFuture.supplyAsync(() -> transaction.execute(_ -> names()))
                            .get())
                    .hasRootCauseInstanceOf(TenantScope.NoTenant.class);
            assertThatThrownBy(() -> inExecutor(Executors.newVirtualThreadPerTaskExecutor(), read))
                    .hasRootCauseInstanceOf(TenantScope.NoTenant.class);
            assertThatThrownBy(() -> inExecutor(Executors.newScheduledThreadPool(1), read))
                    .hasRootCauseInstanceOf(TenantScope.NoTenant.class);
            assertThat(strangersInAParallelStream()).isPositive();
        });
        var hook = new AtomicInteger();
        var thread = new Thread(() -> {
            try {
                read.call();
            } catch (TenantScope.NoTenant expected) {
                hook.incrementAndGet();
            } catch (Exception other) {
                throw new IllegalStateException(other);
            }
        });
        thread.start();
        thread.join();
        assertThat(hook).hasValue(1);
    }

    @Test
    void outside_a_transaction_even_a_tenant_gets_no_connection() {
        assertThatThrownBy(() -> TenantScope.callIn(TENANTS.getFirst(), TenantScopeTest::names))
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void another_tenant_cannot_be_entered_inside_a_transaction() {
        TenantScope.runIn(
                TENANTS.get(0),
                () -> transaction.executeWithoutResult(_ -> {
                    assertThatThrownBy(() -> TenantScope.runIn(TENANTS.get(1), () -> {}))
                            .isInstanceOf(IllegalStateException.class);
                    assertThat(names()).containsExactly(TENANTS.get(0).toString());
                }));
    }

    @Test
    void a_new_and_a_nested_transaction_are_the_same_tenants() {
        for (var propagation :
                List.of(TransactionDefinition.PROPAGATION_REQUIRES_NEW, TransactionDefinition.PROPAGATION_NESTED)) {
            var inner = new TransactionTemplate(java.util.Objects.requireNonNull(transaction.getTransactionManager()));
            inner.setPropagationBehavior(propagation);
            TenantScope.runIn(
                    TENANTS.get(2),
                    () -> transaction.executeWithoutResult(_ -> {
                        inner.executeWithoutResult(status -> {
                            assertThat(names()).containsExactly(TENANTS.get(2).toString());
                            status.setRollbackOnly();
                        });
                        assertThat(names()).containsExactly(TENANTS.get(2).toString());
                    }));
        }
    }

    @Test
    void two_hundred_threads_of_fifty_agencies_on_five_connections_meet_nobody_else() throws Exception {
        var strangers = new AtomicInteger();
        var reads = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Future<?>>();
            for (var thread = 0; thread < 200; thread++) {
                var random = new Random(28L * thread);
                work.add(threads.submit(() -> {
                    for (var round = 0; round < 50; round++) {
                        var tenant = TENANTS.get(random.nextInt(AGENCIES));
                        strangers.addAndGet(visit(tenant, random.nextInt(4)));
                        reads.incrementAndGet();
                    }
                }));
            }
            for (var one : work) {
                one.get(2, TimeUnit.MINUTES);
            }
        }
        assertThat(strangers).hasValue(0);
        assertThat(reads).hasValue(10_000);
    }

    /** @return names seen that are not the tenant's */
    private static int visit(TenantId tenant, int ending) {
        var seen = new ArrayList<String>();
        try {
            TenantScope.runIn(
                    tenant,
                    () -> transaction.executeWithoutResult(status -> {
                        seen.addAll(names());
                        switch (ending) {
                            case 0 -> status.setRollbackOnly();
                            case 1 -> throw new IllegalStateException("aborted");
                            case 2 ->
                                db.sql("select 1 / 0").query(Integer.class).single();
                            default -> {}
                        }
                    }));
        } catch (RuntimeException aborted) {
            // part of the programme
        }
        return seen.equals(List.of(tenant.toString())) ? 0 : 1;
    }

    private static int strangersInAParallelStream() {
        return (int) IntStream.range(0, 64)
                .parallel()
                .filter(_ -> {
                    try {
                        transaction.execute(_ -> names());
                        return false;
                    } catch (TenantScope.NoTenant expected) {
                        return true;
                    }
                })
                .count();
    }

    private static Object inExecutor(java.util.concurrent.ExecutorService executor, Callable<Object> work)
            throws ExecutionException, InterruptedException {
        try (executor) {
            return executor.submit(work).get();
        }
    }

    private static List<String> names() {
        return db.sql("select name from listing").query(String.class).list();
    }

    private static void addListing(String name) {
        db.sql("""
                insert into listing (id, name, address, area, offer, property_type, price_minor, currency, beds, baths, created_at)
                values (:id, :name, 'a', 'b', 'SALE', 'HOUSE', 1, 'USD', 1, 1, now())
                """).param("id", UUID.randomUUID()).param("name", name).update();
    }
}
