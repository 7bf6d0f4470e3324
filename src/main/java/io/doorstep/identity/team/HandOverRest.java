package io.doorstep.identity.team;

import io.doorstep.identity.Members;
import io.doorstep.tenancy.TaskHandler;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What came to a member in the moment of their leaving goes on to somebody else, by turn. */
@Component
class HandOverRest implements TaskHandler {

    static final String TASK = "hand-over-rest";

    private final Belongings belongings;
    private final Members members;
    private final TransactionTemplate transaction;

    HandOverRest(Belongings belongings, Members members, TransactionTemplate transaction) {
        this.belongings = belongings;
        this.members = members;
        this.transaction = transaction;
    }

    @Override
    public String taskName() {
        return TASK;
    }

    @Override
    public void run(UUID member) {
        transaction.executeWithoutResult(_ -> {
            var back = members.find(member).filter(found -> found.role().mayWrite());
            if (back.isEmpty()) {
                belongings.handOver(member, null);
            }
        });
    }
}
