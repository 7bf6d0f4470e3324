package io.doorstep.tenancy;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The few questions that an agency answers to an agent who may not see the lead: when a colleague is busy, that a lead changes hands. In a
 * transaction of its own where the agent's sight is limited, in the caller's otherwise. What comes back must not tell more than was asked.
 */
@Component
public class BeyondSight {

    private final TransactionTemplate joined;
    private final TransactionTemplate own;

    BeyondSight(PlatformTransactionManager transactions) {
        this.joined = new TransactionTemplate(transactions);
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    public <T extends @Nullable Object> T ask(Supplier<T> question) {
        if (TenantScope.limit() != Limit.SIGHT) {
            return joined.execute(_ -> question.get());
        }
        return TenantScope.callBeyondSight(() -> own.execute(_ -> question.get()));
    }
}
