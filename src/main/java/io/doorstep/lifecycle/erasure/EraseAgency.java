package io.doorstep.lifecycle.erasure;

import io.doorstep.lifecycle.schema.ErasureOrder;
import io.doorstep.lifecycle.schema.TenantSchema;
import io.doorstep.lifecycle.schema.TenantTable;
import io.doorstep.tenancy.Keeper;
import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.tenancy.TenantTransactions;
import io.doorstep.tenancy.standing.Register;
import io.doorstep.tenancy.standing.Standing;
import io.doorstep.tenancy.standing.Standings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Erases a closed agency, batch by batch; each batch is a transaction, so that a crash costs one batch and the next run goes on. Runs as the
 * keeper, which row level security holds to this one agency: a mistake in here can't touch another's row. Nobody writes meanwhile, because the
 * agency's door is shut on every node and its last transaction has ended before the first row goes.
 */
@Component
public class EraseAgency {

    private static final Logger log = LoggerFactory.getLogger(EraseAgency.class);
    private static final int BATCH = 20_000;
    private static final TypeReference<LinkedHashMap<String, Long>> COUNTS = new TypeReference<>() {};
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(3);

    /** How it went. */
    public sealed interface Outcome {
        /** @param rows per table, as they were counted when nobody could write any more */
        record Erased(Map<String, Long> rows) implements Outcome {}

        record NotDue() implements Outcome {}

        /** Another node's, or an earlier run's. */
        record GoneAlready() implements Outcome {}
    }

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final StillAtWork stillAtWork;
    private final Register register;
    private final Standings standings;
    private final JsonMapper json;
    private final Checkpoint checkpoint;

    EraseAgency(
            @Keeper JdbcTemplate keeper,
            @Keeper TenantTransactions transactions,
            StillAtWork stillAtWork,
            Register register,
            Standings standings,
            JsonMapper json,
            Checkpoint checkpoint) {
        this.db = JdbcClient.create(keeper);
        this.transaction = new TransactionTemplate(transactions);
        this.stillAtWork = stillAtWork;
        this.register = register;
        this.standings = standings;
        this.json = json;
        this.checkpoint = checkpoint;
    }

    /** Idempotent; two at once help each other. */
    public Outcome erase(TenantId tenant) throws InterruptedException {
        var entry = register.find(tenant);
        if (entry.isEmpty()) {
            return new Outcome.GoneAlready();
        }
        return switch (entry.get().standing()) {
            case CLOSING, ERASING -> TenantScope.callIn(tenant, () -> erase(tenant, entry.get()));
            case PROVISIONING, ACTIVE, SUSPENDED, CLOSED -> new Outcome.NotDue();
        };
    }

    private Outcome erase(TenantId tenant, Register.Entry entry) throws InterruptedException {
        if (entry.standing() == Standing.CLOSING) {
            awaitLastWriter();
            if (!begin()) {
                return new Outcome.NotDue();
            }
            checkpoint.passed("begun");
        }
        var schema = inOne(() -> TenantSchema.read(db));
        for (var step : ErasureOrder.of(schema.tables())) {
            if (step.whole()) {
                inOne(() -> {
                    step.tables().forEach(this::emptyWhole);
                    return true;
                });
            } else {
                empty(step.tables().getFirst());
            }
            checkpoint.passed(step.name());
        }
        var outcome = inOne(() -> end(schema.tables()));
        standings.forget(tenant);
        log.info("agency {}: {}", tenant, outcome);
        return outcome;
    }

    /** After {@link Standings#stale()} no node begins anything in it; then its last transaction has to end. */
    private void awaitLastWriter() throws InterruptedException {
        Thread.sleep(standings.stale());
        var ended = inOneInterruptibly(() -> stillAtWork.ended(LONGEST_TRANSACTION));
        if (!ended) {
            throw new IllegalStateException(
                    "a transaction of the app has been running for minutes; the erasure waits for it and is tried again");
        }
    }

    /** @return false when it is not due, or not closing any more */
    private boolean begin() {
        return inOne(() -> {
            var counts = new LinkedHashMap<String, Long>();
            TenantSchema.read(db).tables().forEach(table -> counts.put(table.name(), count(table)));
            var people = db.sql("select user_id from member").query(UUID.class).list();
            return db.sql("select erasure_begins(cast(:counts as jsonb), :people)")
                    .param("counts", json.writeValueAsString(counts))
                    .param("people", people.toArray(UUID[]::new))
                    .query(Boolean.class)
                    .single();
        });
    }

    private void empty(TenantTable table) {
        var key = String.join(", ", table.key());
        var batch = "delete from " + table.name() + " where (" + key + ") in (select " + key + " from " + table.name()
                + " limit " + BATCH + ")";
        int gone;
        do {
            gone = inOne(() -> db.sql(batch).update());
            checkpoint.passed("batch of " + table.name());
        } while (gone == BATCH);
    }

    private void emptyWhole(TenantTable table) {
        db.sql("delete from " + table.name()).update();
    }

    private Outcome end(List<TenantTable> tables) {
        for (var table : tables) {
            if (count(table) > 0) {
                throw new IllegalStateException(table.name() + " has rows again; the erasure begins anew");
            }
        }
        return db.sql("select erasure_ends()::text")
                .query((row, _) -> java.util.Optional.ofNullable(row.getString(1)))
                .single()
                .<Outcome>map(rows -> new Outcome.Erased(json.readValue(rows, COUNTS)))
                .orElseGet(Outcome.GoneAlready::new);
    }

    private long count(TenantTable table) {
        return db.sql("select count(*) from " + table.name()).query(Long.class).single();
    }

    /** One eraser of an agency at a time: two would wait for each other's rows. */
    private <T> T inOne(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> {
            db.sql("select pg_advisory_xact_lock(hashtextextended('erase ' || current_tenant(), 0))")
                    .query((_, _) -> true)
                    .single();
            return work.get();
        }));
    }

    private interface Interruptible {
        boolean call() throws InterruptedException;
    }

    private boolean inOneInterruptibly(Interruptible work) throws InterruptedException {
        var interrupted = new InterruptedException[1];
        var answer = inOne(() -> {
            try {
                return work.call();
            } catch (InterruptedException e) {
                interrupted[0] = e;
                return false;
            }
        });
        if (interrupted[0] != null) {
            throw interrupted[0];
        }
        return answer;
    }
}
