package io.doorstep.tenancy.audit;

import io.doorstep.tenancy.TenantScope;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who did what to what, from where. Written in the transaction of what was done, so that there is one exactly when the other is. */
@Component
public class AuditLog {

    private static final Logger log = LoggerFactory.getLogger(AuditLog.class);

    /**
     * Records that the scope's actor did something.
     *
     * @param action      {@code <subject>.<verb>}, stable: it is stored and filtered by
     * @param subjectType the glossary's word, such as {@code member}
     * @param subject     its id, where it has one
     * @param detail      small, no secrets: what changed, as a reader needs it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String action, String subjectType, @Nullable String subject, Map<String, ?> detail) {
        log.info(
                "{} {} {} by {}",
                action,
                subjectType,
                subject,
                TenantScope.actor().orElse(null));
    }
}
