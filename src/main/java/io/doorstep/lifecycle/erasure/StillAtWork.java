package io.doorstep.lifecycle.erasure;

import io.doorstep.tenancy.Keeper;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Transactions of the app that began before now. Each holds its virtual transaction id as a lock until it ends, and everybody may read the list of
 * locks; so one can wait for a closed agency's last writer without asking any node.
 */
@Component
class StillAtWork {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final JdbcClient db;

    StillAtWork(@Keeper JdbcTemplate keeper) {
        this.db = JdbcClient.create(keeper);
    }

    /** Inside a transaction of the keeper. @return false when some still run after that long */
    boolean ended(Duration longest) throws InterruptedException {
        var before = now();
        var deadline = System.nanoTime() + longest.toNanos();
        while (now().stream().anyMatch(before::contains)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(LOOK_AGAIN);
        }
        return true;
    }

    private List<String> now() {
        return db.sql("""
                select l.virtualtransaction
                  from pg_locks l
                  join pg_stat_activity a on a.pid = l.pid
                 where l.locktype = 'virtualxid' and l.granted
                   and a.usename in ('doorstep_app', 'doorstep_agent') and a.datname = current_database()
                """).query((row, _) -> row.getString(1)).list();
    }
}
