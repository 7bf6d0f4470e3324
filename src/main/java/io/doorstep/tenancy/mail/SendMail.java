package io.doorstep.tenancy.mail;

import io.doorstep.platform.Ids;
import io.doorstep.tenancy.TaskHandler;
import io.doorstep.tenancy.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends a waiting mail. A server that is away for a night is waited for with pauses of its own, longer than those of a failing task; and
 * a slow one holds {@link #LANES} of the runner's threads at most, so that nobody's chat waits for it.
 */
@Component
class SendMail implements TaskHandler {

    static final String TASK = "send-mail";
    private static final Logger log = LoggerFactory.getLogger(SendMail.class);
    private static final int LANES = 2;
    private static final Duration QUEUE = Duration.ofSeconds(1);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30));
    private static final Duration LATER = Duration.ofHours(1);
    /** With the pauses above: about a day. */
    static final int MOST_ATTEMPTS = 30;

    private final MailSettings settings;
    private final OutgoingMails mails;
    private final Smtp smtp;
    private final Tasks tasks;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;
    private final Semaphore lanes = new Semaphore(LANES);

    SendMail(
            MailSettings settings,
            OutgoingMails mails,
            Smtp smtp,
            Tasks tasks,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.settings = settings;
        this.mails = mails;
        this.smtp = smtp;
        this.tasks = tasks;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String taskName() {
        return TASK;
    }

    @Override
    public void run(UUID id) {
        var waiting = transaction.execute(_ -> mails.find(id));
        waiting.ifPresent(mail -> send(id, mail));
    }

    private void send(UUID id, OutgoingMails.Waiting waiting) {
        var server = settings.server();
        if (waiting.mail().isEmpty()) {
            giveUp(id, "the secret changed since it was written");
            return;
        }
        if (waiting.goodUntil() != null && !clock.instant().isBefore(waiting.goodUntil())) {
            giveUp(id, "it was no use any more");
            return;
        }
        if (server.isEmpty()) {
            later(id, waiting.attempts(), "no mail server is set up on this node");
            return;
        }
        if (!lanes.tryAcquire()) {
            schedule(id, "queue-" + ids.next(), clock.instant().plus(QUEUE));
            return;
        }
        Delivery delivery;
        try {
            delivery = smtp.send(server.get(), id, waiting.mail().get());
        } finally {
            lanes.release();
        }
        switch (delivery) {
            case Delivery.Accepted _ -> transaction.executeWithoutResult(_ -> mails.sent(id));
            case Delivery.Refused(var problem) -> giveUp(id, problem);
            case Delivery.Delayed(var problem) -> later(id, waiting.attempts(), problem);
        }
    }

    private void later(UUID id, int attempts, String problem) {
        if (attempts + 1 >= MOST_ATTEMPTS) {
            giveUp(id, problem);
            return;
        }
        log.warn("mail {} waits, try {}: {}", id, attempts + 1, problem);
        var pause = attempts < PAUSES.size() ? PAUSES.get(attempts) : LATER;
        transaction.executeWithoutResult(_ -> {
            mails.delayed(id, problem);
            tasks.schedule(TASK, id, "try-" + (attempts + 2), clock.instant().plus(pause));
        });
    }

    private void giveUp(UUID id, String problem) {
        log.warn("mail {} is given up: {}", id, problem);
        transaction.executeWithoutResult(_ -> mails.giveUp(id, problem, clock.instant()));
    }

    private void schedule(UUID id, String occasion, Instant at) {
        transaction.executeWithoutResult(_ -> tasks.schedule(TASK, id, occasion, at));
    }
}
