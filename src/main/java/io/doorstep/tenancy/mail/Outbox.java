package io.doorstep.tenancy.mail;

import io.doorstep.platform.Ids;
import io.doorstep.tenancy.Tasks;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** E-mail that leaves after commit, by a durable task. */
@Component
public class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final int LONGEST_LINE = 320;

    private final MailSettings settings;
    private final OutgoingMails mails;
    private final Tasks tasks;
    private final Ids ids;
    private final Clock clock;

    Outbox(MailSettings settings, OutgoingMails mails, Tasks tasks, Ids ids, Clock clock) {
        this.settings = settings;
        this.mails = mails;
        this.tasks = tasks;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether the operator named a mail server; without one nothing is sent, and screens offer the link to copy instead. */
    public boolean configured() {
        return settings.server().isPresent();
    }

    /** In the tenant's transaction: the mail is sent exactly when that commits; again, with the same Message-ID, after a crash between. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Mail mail) {
        if (!configured()) {
            log.info("no mail server is set up (DOORSTEP_MAIL_HOST), so a mail was not sent");
            return;
        }
        var id = ids.next();
        mails.add(id, new Mail(line(mail.to()), line(mail.subject()), mail.body(), mail.goodUntil()), clock.instant());
        tasks.scheduleNow(SendMail.TASK, id, "first");
    }

    /** Names that people chose stand in subjects; a line break in one would begin a header of its own. */
    private static String line(String text) {
        var one = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return one.substring(0, Math.min(one.length(), LONGEST_LINE));
    }
}
