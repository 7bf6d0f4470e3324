package io.doorstep.tenancy.audit;

import io.doorstep.tenancy.Actor;
import io.doorstep.tenancy.RunningTask;
import io.doorstep.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who did what to what, from where. Written in the transaction of what was done, so that there is one exactly when the other is; and
 * written last in it, because the chain's head stays locked from there to the commit: held briefly it costs other writers nothing, and
 * taken after every other lock it is in no deadlock.
 */
@Component
public class AuditLog {

    private static final int LONGEST_TEXT = 500;

    private final AuditEntries entries;
    private final JsonMapper json;

    AuditLog(AuditEntries entries, JsonMapper json) {
        this.entries = entries;
        this.json = json;
    }

    /**
     * Records that the scope's actor did something.
     *
     * @param action      {@code <subject>.<verb>}, stable: it is stored and filtered by
     * @param subjectType the glossary's word, such as {@code member}
     * @param subject     its id, where it has one
     * @param detail      small, no secrets: what changed, as a reader needs it; {@code name} is what the subject is called. Long texts are cut
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String action, String subjectType, @Nullable String subject, Map<String, ?> detail) {
        record(TenantScope.actor(), action, subjectType, subject, detail);
    }

    /** For who joins just now, and is nobody yet in the scope that makes them a member. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordOf(
            Actor who, String action, String subjectType, @Nullable String subject, Map<String, ?> detail) {
        record(Optional.of(who), action, subjectType, subject, detail);
    }

    private void record(
            Optional<Actor> who, String action, String subjectType, @Nullable String subject, Map<String, ?> detail) {
        var shortened = new TreeMap<String, Object>();
        detail.forEach((key, value) -> shortened.put(key, value instanceof String text ? shortened(text) : value));
        var details = json.writeValueAsString(shortened);
        var entry = who.map(actor -> new AuditEntries.New(
                        actor.memberId(),
                        actor.role(),
                        actor.via(),
                        actor.viaId() == null ? null : actor.viaId().toString(),
                        actor.address(),
                        action,
                        subjectType,
                        subject,
                        details))
                .orElseGet(() -> new AuditEntries.New(
                        null,
                        null,
                        RunningTask.name().isPresent() ? "TASK" : "SYSTEM",
                        RunningTask.name().orElse(null),
                        null,
                        action,
                        subjectType,
                        subject,
                        details));
        pending().add(entry);
    }

    private Pending pending() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Pending present) {
            return present;
        }
        var pending = new Pending();
        TransactionSynchronizationManager.bindResource(this, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_TEXT))) + "…";
    }

    /** A transaction's entries, until it commits. */
    private final class Pending implements TransactionSynchronization {

        private final List<AuditEntries.New> waiting = new ArrayList<>();
        private boolean written;

        void add(AuditEntries.New entry) {
            if (written) {
                entries.add(entry); // by another one's work at commit
            } else {
                waiting.add(entry);
            }
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        /** A {@code REQUIRES_NEW} inside has entries of its own. */
        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(AuditLog.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(AuditLog.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            written = true;
            waiting.forEach(entries::add);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(AuditLog.this);
        }
    }
}
