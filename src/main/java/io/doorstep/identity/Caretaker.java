package io.doorstep.identity;

import io.doorstep.identity.token.SigningKeys;
import io.doorstep.identity.token.TokenFamilies;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Clears away sessions and tokens that ended long ago, and has the signing key followed by another when it is old. Belongs to no agency, so it
 * is no task; every node does it, what is due is read from the database each time, and doing it twice does nothing.
 */
@Component
class Caretaker {

    private static final Logger log = LoggerFactory.getLogger(Caretaker.class);

    private final Sessions sessions;
    private final TokenFamilies families;
    private final SigningKeys keys;

    Caretaker(Sessions sessions, TokenFamilies families, SigningKeys keys) {
        this.sessions = sessions;
        this.families = families;
        this.keys = keys;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void makeRounds() {
        try {
            var swept = sessions.sweep() + families.sweep() + keys.sweep();
            if (swept > 0) log.info("cleared {} sessions, token families and keys that ended a month ago", swept);
            keys.replaceOlderThan(SigningKeys.AGE).ifPresent(kid -> log.info("signing key {} took over by age", kid));
        } catch (DataAccessException later) {
            log.warn("the caretaker comes back in a quarter of an hour", later);
        }
    }
}
