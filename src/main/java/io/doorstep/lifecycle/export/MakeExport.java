package io.doorstep.lifecycle.export;

import io.doorstep.lifecycle.archive.WriteArchive;
import io.doorstep.tenancy.Live;
import io.doorstep.tenancy.TaskHandler;
import io.doorstep.tenancy.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the file. Idempotent: a run that was cut off leaves parts that the next one throws away. A node makes one at a time, so that an export
 * takes one of its threads and one connection, however many agencies ask.
 */
@Component
class MakeExport implements TaskHandler {

    private static final Logger log = LoggerFactory.getLogger(MakeExport.class);
    static final String TASK = "make-export";
    static final Duration KEPT = Duration.ofHours(24);
    private static final Duration LATER = Duration.ofSeconds(5);

    private final Exports exports;
    private final WriteArchive writeArchive;
    private final PartSeal seal;
    private final Tasks tasks;
    private final Live live;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final long mostBytes;
    private final Semaphore oneAtATime = new Semaphore(1);

    MakeExport(
            Exports exports,
            WriteArchive writeArchive,
            PartSeal seal,
            Tasks tasks,
            Live live,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${doorstep.export.most-megabytes:4096}") long mostMegabytes) {
        this.exports = exports;
        this.writeArchive = writeArchive;
        this.seal = seal;
        this.tasks = tasks;
        this.live = live;
        this.transaction = transaction;
        this.clock = clock;
        this.mostBytes = mostMegabytes << 20;
    }

    @Override
    public String taskName() {
        return TASK;
    }

    @Override
    public void run(UUID export) {
        if (!oneAtATime.tryAcquire()) {
            var at = clock.instant().plus(LATER);
            transaction.executeWithoutResult(_ -> tasks.schedule(TASK, export, "at " + at, at));
            return;
        }
        try {
            make(export);
        } finally {
            oneAtATime.release();
        }
    }

    private void make(UUID export) {
        var started = transaction.execute(_ -> {
            exports.dropParts(export);
            return exports.start(export);
        });
        if (!Boolean.TRUE.equals(started)) {
            return;
        }
        try (var parts = new PartsOut((seq, bytes, length) -> store(export, seq, bytes, length), mostBytes)) {
            var rows = writeArchive.forTheAgency(parts, new Percent(export));
            parts.close();
            finish(export, rows, parts);
        } catch (PartsOut.TooLarge tooLarge) {
            fail(
                    export,
                    "The file would have more than " + (mostBytes >> 20)
                            + " MB. Ask whoever runs this Doorstep for it.");
        } catch (RuntimeException broken) {
            log.warn("export {} failed", export, broken);
            fail(
                    export,
                    "It could not be made. Try again; if that does not help, ask whoever runs this Doorstep."); // when
            // even
            // this
            // fails, the task is tried again
        }
    }

    private void store(UUID export, int seq, byte[] bytes, int length) {
        transaction.executeWithoutResult(_ -> exports.addPart(export, seq, seal.seal(export, seq, bytes, length)));
    }

    private void finish(UUID export, long rows, PartsOut parts) {
        transaction.executeWithoutResult(_ -> {
            var now = clock.instant();
            exports.ready(export, now, now.plus(KEPT), rows, parts.bytes(), parts.sha256Hex());
            tasks.schedule(ExpireExport.TASK, export, "once", now.plus(KEPT));
            live.publish("export", Map.of("id", export.toString()));
        });
    }

    private void fail(UUID export, String problem) {
        transaction.executeWithoutResult(_ -> {
            exports.dropParts(export);
            exports.failed(export, problem);
            live.publish("export", Map.of("id", export.toString()));
        });
    }

    /** Tells people each percent, not each row. */
    private final class Percent implements WriteArchive.Progress {

        private final UUID export;
        private int told;

        Percent(UUID export) {
            this.export = export;
        }

        @Override
        public void at(long rows, long ofRows) {
            var percent = ofRows == 0 ? 0 : (int) Math.min(99, rows * 100 / ofRows);
            if (percent > told) {
                told = percent;
                transaction.executeWithoutResult(_ -> exports.reached(export, percent));
            }
        }
    }
}
