package io.doorstep.lifecycle.export;

import io.doorstep.platform.Ids;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Tasks;
import io.doorstep.tenancy.audit.AuditLog;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks for a copy of everything. One at a time: the second would read the same. */
@Component
class RequestExport {

    private final Exports exports;
    private final Tasks tasks;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    RequestExport(Exports exports, Tasks tasks, AuditLog audit, Ids ids, Clock clock) {
        this.exports = exports;
        this.tasks = tasks;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws io.doorstep.platform.Refused {@code export-under-way} */
    @Transactional
    public Export by(UUID member) {
        var id = ids.next();
        if (!exports.add(id, member, clock.instant())) {
            throw new Refusal.Conflict("export-under-way", "An export is being made already. Wait until it is ready.")
                    .asException();
        }
        tasks.scheduleNow(MakeExport.TASK, id, "first");
        audit.record("export.requested", "export", id.toString(), Map.of());
        return exports.find(id).orElseThrow();
    }
}
