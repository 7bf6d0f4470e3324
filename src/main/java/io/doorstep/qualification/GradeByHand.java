package io.doorstep.qualification;

import io.doorstep.platform.Ids;
import io.doorstep.platform.Refusal;
import io.doorstep.qualification.Overrides.GradeOverride;
import io.doorstep.tenancy.Live;
import io.doorstep.tenancy.TaskHandler;
import io.doorstep.tenancy.Tasks;
import io.doorstep.tenancy.audit.AuditLog;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A member knows better than the score: the grade that a person gave stands in lists and on the board, marked as such, beside the
 * machine's, until somebody or its time ends it. New facts and new scorecards change the machine's only.
 */
@Component
class GradeByHand implements TaskHandler {

    private static final String END = "end-grade-override";

    private final FactLog log;
    private final Overrides overrides;
    private final Qualifications qualifications;
    private final Scorecards scorecards;
    private final Tasks tasks;
    private final Live live;
    private final Ids ids;
    private final Clock clock;

    private final AuditLog audit;

    GradeByHand(
            FactLog log,
            Overrides overrides,
            Qualifications qualifications,
            Scorecards scorecards,
            Tasks tasks,
            Live live,
            Ids ids,
            Clock clock,
            AuditLog audit) {
        this.log = log;
        this.overrides = overrides;
        this.qualifications = qualifications;
        this.scorecards = scorecards;
        this.tasks = tasks;
        this.live = live;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /** In place of the one that stands. */
    @Transactional
    public void give(UUID leadId, Grade grade, String reason, @Nullable Instant until, UUID by) {
        var now = clock.instant();
        if (until != null && !until.isAfter(now)) {
            throw Refusal.Invalid.field("until", "lies in the past; choose a later day or leave it out.")
                    .asException();
        }
        lock(leadId);
        overrides.end(leadId, by, now);
        var given = new GradeOverride(ids.next(), leadId, grade, reason, by, now, until);
        overrides.add(given);
        if (!qualifications.stand(leadId)) {
            qualifications.keep(leadId, Scoring.score(scorecards.current(), Map.of()), now);
        }
        if (until != null) tasks.schedule(END, given.id(), "until", until);
        audit.record("lead.graded", "lead", leadId.toString(), Map.of("grade", grade.name(), "reason", reason));
        changed(leadId);
    }

    /** The machine's grade stands again. Nothing to end is no fault. */
    @Transactional
    public void end(UUID leadId, UUID by) {
        lock(leadId);
        overrides.end(leadId, by, clock.instant());
        qualifications.stand(leadId);
        audit.record("lead.grade-ended", "lead", leadId.toString(), Map.of());
        changed(leadId);
    }

    @Override
    public String taskName() {
        return END;
    }

    /** @param id of an override whose time is up; one that has ended meanwhile is left alone */
    @Override
    @Transactional
    public void run(UUID id) {
        overrides.standing(id).ifPresent(due -> {
            lock(due.leadId());
            overrides.end(due.leadId(), null, clock.instant());
            qualifications.stand(due.leadId());
            changed(due.leadId());
        });
    }

    private void lock(UUID leadId) {
        if (!log.lockLead(leadId)) throw Refusal.NotFound.of("lead").asException();
    }

    private void changed(UUID leadId) {
        live.publish("lead", Map.of("leadId", leadId.toString()));
    }
}
