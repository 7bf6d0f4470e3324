package io.doorstep.tenancy.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Hands one mail to the operator's server (RFC 5321), within a time that holds whatever the server does. */
@Component
class Smtp implements DisposableBean {

    private final Duration silence;
    private final Duration deadline;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param silence  the longest wait for one answer of the server
     * @param deadline the longest that a whole delivery may take: a server that trickles is cut off
     */
    Smtp(
            @Value("${doorstep.mail.silence:10s}") Duration silence,
            @Value("${doorstep.mail.deadline:30s}") Duration deadline) {
        this.silence = silence;
        this.deadline = deadline;
    }

    /** @param id makes the Message-ID, so that a mail that was sent twice after a crash can be seen as one */
    Delivery send(MailSettings.Server server, UUID id, Mail mail) {
        // Interrupting a virtual thread closes the socket that it waits for.
        var sending = threads.submit(() -> deliver(server, id, mail));
        try {
            return sending.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            sending.cancel(true);
            return new Delivery.Delayed("the mail server took longer than " + deadline.toSeconds() + " s");
        } catch (InterruptedException stopping) {
            sending.cancel(true);
            Thread.currentThread().interrupt();
            return new Delivery.Delayed("this node is stopping");
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        }
    }

    private Delivery deliver(MailSettings.Server server, UUID id, Mail mail) {
        InternetAddress[] to;
        try {
            to = new InternetAddress[] {recipient(mail.to())};
        } catch (AddressException unreadable) {
            return new Delivery.Refused("the address is none");
        }
        var session = Session.getInstance(server.properties(Math.toIntExact(silence.toMillis())));
        try (var transport = session.getTransport("smtp")) {
            var login = server.login();
            transport.connect(
                    login.map(MailSettings.Login::user).orElse(null),
                    login.map(MailSettings.Login::password).orElse(null));
            var message = message(session, server, id, mail, to);
            transport.sendMessage(message, to);
            return new Delivery.Accepted();
        } catch (MessagingException failed) {
            var code = codeOf(failed);
            return code >= 500 && code < 600
                    ? new Delivery.Refused("the mail server refused it with " + code)
                    : new Delivery.Delayed(
                            code > 0
                                    ? "the mail server answered " + code
                                    : failed.getClass().getSimpleName() + " at the mail server");
        }
    }

    private static MimeMessage message(
            Session session, MailSettings.Server server, UUID id, Mail mail, InternetAddress[] to)
            throws MessagingException {
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + id + "@" + server.ownName() + ">");
            }
        };
        message.setFrom(server.from());
        message.setRecipients(RecipientType.TO, to);
        message.setSubject(mail.subject(), UTF_8.name());
        message.setSentDate(new Date());
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no holiday notes in return
        message.setText(mail.body(), UTF_8.name());
        message.saveChanges();
        return message;
    }

    /** One plain address; a list, a group or a route would send the mail to others. */
    static InternetAddress recipient(String to) throws AddressException {
        var addresses = InternetAddress.parse(to, true);
        if (addresses.length != 1
                || addresses[0].isGroup()
                || !addresses[0].getAddress().equals(to)) {
            throw new AddressException("not one plain address");
        }
        addresses[0].validate();
        return addresses[0];
    }

    private static int codeOf(MessagingException failed) {
        for (Exception next = failed; next instanceof MessagingException here; next = here.getNextException()) {
            var code = switch (here) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                case SMTPSendFailedException data -> data.getReturnCode();
                default -> 0;
            };
            if (code > 0) return code;
        }
        return 0;
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
