package io.doorstep.qualification.editor;

import io.doorstep.platform.Ids;
import io.doorstep.platform.Refusal;
import io.doorstep.qualification.Facts;
import io.doorstep.qualification.Scorecard;
import io.doorstep.qualification.Scorecards;
import io.doorstep.tenancy.Live;
import io.doorstep.tenancy.Tasks;
import io.doorstep.tenancy.audit.AuditLog;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a draft, throws it away, or makes it the next version; publishing starts the scoring anew in the same transaction. */
@Component
class PublishScorecard {

    private final Scorecards scorecards;
    private final Drafts drafts;
    private final Rescorings rescorings;
    private final Facts facts;
    private final Tasks tasks;
    private final Live live;
    private final Ids ids;

    private final AuditLog audit;

    PublishScorecard(
            Scorecards scorecards,
            Drafts drafts,
            Rescorings rescorings,
            Facts facts,
            Tasks tasks,
            Live live,
            Ids ids,
            AuditLog audit) {
        this.scorecards = scorecards;
        this.drafts = drafts;
        this.rescorings = rescorings;
        this.facts = facts;
        this.tasks = tasks;
        this.live = live;
        this.ids = ids;
        this.audit = audit;
    }

    /** @param card null to have no draft any more */
    @Transactional
    public void draft(int revision, @Nullable Scorecard card, UUID by) {
        if (!drafts.replace(revision, card, by)) throw stale().asException();
        live.publish("scorecard", Map.of());
    }

    @Transactional
    public void publish(int revision, Scorecard wanted, UUID by, @Nullable String note) {
        if (!drafts.replace(revision, null, by)) throw stale().asException();
        var current = scorecards.current();
        if (wanted.as(current.version()).equals(current)) {
            throw new Refusal.Conflict("nothing-changed", "This is the scorecard that stands. Change something first.")
                    .asException();
        }
        var next = wanted.as(current.version() + 1);
        scorecards.add(next, by, note);
        audit.record(
                "scorecard.published",
                "scorecard",
                Integer.toString(next.version()),
                Map.of("version", next.version()));
        var id = ids.next();
        rescorings.start(id, next.version(), facts.countToRescore(next.version()));
        tasks.scheduleNow(ScoreAnew.TASK, id, "start");
        live.publish("scorecard", Map.of());
    }

    private static Refusal stale() {
        return new Refusal.Conflict(
                "stale-version", "Somebody else changed the scorecard meanwhile. Reload and change again.");
    }
}
