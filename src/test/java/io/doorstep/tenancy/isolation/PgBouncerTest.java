package io.doorstep.tenancy.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.doorstep.platform.database.DatabaseRole;
import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.tenancy.TenantTransactions;
import io.doorstep.testing.PgBouncer;
import io.doorstep.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The connections of the application behind a PgBouncer in transaction mode, where the next transaction runs on whatever server connection is free.
 * {@code -Dpgbouncer.rounds=} makes it as long as one likes; {@code scripts/verify-pgbouncer} does.
 */
class PgBouncerTest {

    private static final int ROUNDS = Integer.getInteger("pgbouncer.rounds", 20);
    private static final int THREADS = 200;
    private static final int SERVERS = 5;
    private static final DatabaseSettings DATABASE = TestDatabase.fresh();
    private static final List<TenantId> TENANTS = IntStream.range(0, 50)
            .mapToObj(_ -> new TenantId(UUID.randomUUID()))
            .toList();

    private static PgBouncer bouncer;

    @BeforeAll
    static void start() {
        bouncer = PgBouncer.before(DATABASE, SERVERS);
    }

    @AfterAll
    static void stop() {
        bouncer.close();
    }

    @Test
    void a_pool_behind_it_hands_on_nothing_whatever_its_borrowers_end_with() {
        var tables = Table.readAll(JdbcClient.create(DATABASE.admin()));
        var tenants = TENANTS.stream().map(TenantId::value).toList();

        var findings = new PoolAttack(bouncer.settings().as(DatabaseRole.APP), tables, tenants).run(ROUNDS * 50);

        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.verdict()).isInstanceOf(Finding.Verdict.Held.class));
        System.out.printf("PgBouncer: %d borrowers of a pool of one, 0 leaks%n", ROUNDS * 50);
    }

    @Test
    void two_hundred_threads_of_fifty_agencies_over_five_server_connections_meet_nobody_else() throws Exception {
        var config = new HikariConfig();
        config.setDataSource(bouncer.settings().as(DatabaseRole.APP));
        config.setMaximumPoolSize(20);
        config.setAutoCommit(false);
        config.setConnectionTimeout(60_000);
        var strangers = new AtomicInteger();
        var requests = new AtomicInteger();
        try (var pool = new HikariDataSource(config);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var manager = new TenantTransactions(pool);
            var db = JdbcClient.create(Objects.requireNonNull(manager.getDataSource()));
            var transaction = new TransactionTemplate(manager);
            TENANTS.forEach(tenant ->
                    TenantScope.runIn(tenant, () -> transaction.executeWithoutResult(_ -> note(db, tenant))));
            var work = new ArrayList<Future<?>>();
            for (var thread = 0; thread < THREADS; thread++) {
                var random = new Random(29L * thread);
                work.add(threads.submit(() -> {
                    for (var round = 0; round < ROUNDS; round++) {
                        var tenant = TENANTS.get(random.nextInt(TENANTS.size()));
                        strangers.addAndGet(visit(db, transaction, tenant, random.nextInt(5)));
                        requests.incrementAndGet();
                    }
                }));
            }
            for (var one : work) {
                one.get(60, TimeUnit.MINUTES);
            }
        }
        System.out.printf(
                "PgBouncer: %,d transactions of %d agencies on %d server connections, %d leaks%n",
                requests.get(), TENANTS.size(), SERVERS, strangers.get());
        assertThat(strangers).hasValue(0);
        assertThat(requests).hasValue(THREADS * ROUNDS);
    }

    /** Reads all notes that can be seen, writes one, and ends somehow. @return 1 where another agency's was among them */
    private static int visit(JdbcClient db, TransactionTemplate transaction, TenantId tenant, int ending) {
        var seen = new ArrayList<String>();
        try {
            TenantScope.runIn(
                    tenant,
                    () -> transaction.executeWithoutResult(status -> {
                        seen.addAll(db.sql("select distinct body from idempotency")
                                .query(String.class)
                                .list());
                        note(db, tenant);
                        switch (ending) {
                            case 0 -> status.setRollbackOnly();
                            case 1 -> throw new IllegalStateException("aborted");
                            case 2 ->
                                db.sql("select 1 / 0").query(Integer.class).single();
                            case 3 -> {
                                db.sql("set local statement_timeout = 1").update();
                                db.sql("select 1 from pg_sleep(1)")
                                        .query(Integer.class)
                                        .single();
                            }
                            default -> {}
                        }
                    }));
        } catch (RuntimeException aborted) {
            // part of the programme
        }
        assertThat(seen)
                .as("a transaction that could not even begin proves nothing")
                .isNotEmpty();
        return seen.equals(List.of(tenant.toString())) ? 0 : 1;
    }

    private static void note(JdbcClient db, TenantId tenant) {
        db.sql("insert into idempotency (key, request_hash, body, created_at) values (:key, '', :body, now())")
                .param("key", UUID.randomUUID().toString())
                .param("body", tenant.toString())
                .update();
    }
}
