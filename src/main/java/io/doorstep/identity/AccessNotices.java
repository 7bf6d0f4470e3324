package io.doorstep.identity;

import io.doorstep.platform.database.DatabaseRole;
import io.doorstep.platform.database.DatabaseSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears of changed access from the other nodes and from the database itself, on a connection of its own that no pool lends out. Only speed
 * hangs on it: behind a pooler that shares sessions, or while it is down, the caches' own end ({@link AccessCache#STALE}) acts.
 */
@Component
class AccessNotices implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AccessNotices.class);
    private static final Duration LISTEN = Duration.ofSeconds(5);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(2);

    private final DatabaseSettings settings;
    private final AccessChanged changed;
    private final boolean listen;
    private volatile @Nullable Thread listener;

    /** @param listen false behind a pooler that shares sessions, where nothing would be heard */
    AccessNotices(
            DatabaseSettings settings, AccessChanged changed, @Value("${doorstep.access.listen:true}") boolean listen) {
        this.settings = settings;
        this.changed = changed;
        this.listen = listen;
    }

    @Override
    public boolean isAutoStartup() {
        return listen;
    }

    @Override
    public void start() {
        var thread = Thread.ofVirtual().name("access-notices").unstarted(this::listenForLife);
        listener = thread; // first: the thread lives as long as it stands here
        thread.start();
    }

    @Override
    public void stop() {
        var running = listener;
        listener = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return listener != null;
    }

    private void listenForLife() {
        while (isRunning()) {
            try (var connection = settings.as(DatabaseRole.GATE).getConnection()) {
                listen(connection);
            } catch (SQLException | RuntimeException lost) {
                if (isRunning()) {
                    log.warn("not hearing of changed access for a while: {}", lost.getMessage());
                    pause();
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + AccessChanged.CHANNEL);
        }
        changed.heard("whoever spoke while nobody listened");
        var notices = connection.unwrap(PGConnection.class);
        while (isRunning()) {
            var heard = notices.getNotifications((int) LISTEN.toMillis());
            // A burst is one: whatever was said, all is read anew.
            if (heard.length > 0) {
                changed.heard(heard.length == 1 ? heard[0].getParameter() : "several");
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(AGAIN_AFTER);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
