package io.doorstep.lifecycle.export;

import io.doorstep.tenancy.TaskHandler;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A day later the file is gone; that it was there stays written. */
@Component
class ExpireExport implements TaskHandler {

    static final String TASK = "expire-export";

    private final Exports exports;

    ExpireExport(Exports exports) {
        this.exports = exports;
    }

    @Override
    public String taskName() {
        return TASK;
    }

    @Override
    @Transactional
    public void run(UUID export) {
        exports.dropParts(export);
        exports.expired(export);
    }
}
