package io.doorstep.identity.signin;

import io.doorstep.identity.Directory;
import io.doorstep.platform.PublicUrl;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.tenancy.mail.Mail;
import io.doorstep.tenancy.mail.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails a one-time link to who has an account, and does nothing for who has not; called after the answer, which is the same for both. The
 * token stands behind the {@code #}: neither a mail filter that follows the link nor a log on the way gets to see it.
 */
@Component
class MailLink {

    static final Duration LIFE = Duration.ofMinutes(10);

    private final Directory directory;
    private final OneTimeLinks links;
    private final LinkSecrets secrets;
    private final Outbox outbox;
    private final PublicUrl url;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailLink(
            Directory directory,
            OneTimeLinks links,
            LinkSecrets secrets,
            Outbox outbox,
            PublicUrl url,
            TransactionTemplate transaction,
            Clock clock) {
        this.directory = directory;
        this.links = links;
        this.secrets = secrets;
        this.outbox = outbox;
        this.url = url;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param browser the cookie of the browser that asks */
    void to(String email, OneTimeLinks.Purpose purpose, String browser) {
        var user = directory.userByEmail(email.strip().toLowerCase(Locale.ROOT));
        if (user.isEmpty()) return;
        var memberships = directory.membershipsOf(user.get().id());
        if (memberships.isEmpty()) return;
        var token = secrets.newToken();
        var code = secrets.newCode();
        var browserHash = secrets.hashOfBrowser(browser);
        var until = clock.instant().plus(LIFE);
        links.put(
                user.get().id(),
                purpose,
                secrets.hashOfToken(token),
                secrets.hashOfCode(code, browserHash),
                browserHash,
                until);
        var mail = mail(user.get(), purpose, token, code, until);
        // A person may work in several agencies; any of them can carry the mail.
        TenantScope.runIn(
                memberships.getFirst().tenant(), () -> transaction.executeWithoutResult(_ -> outbox.send(mail)));
    }

    private Mail mail(
            Directory.User user, OneTimeLinks.Purpose purpose, String token, String code, java.time.Instant until) {
        var subject = switch (purpose) {
            case SIGN_IN -> "Your sign-in link for Doorstep";
            case NEW_PASSWORD -> "Set a new password for Doorstep";
        };
        var what = switch (purpose) {
            case SIGN_IN -> "This link signs you in.";
            case NEW_PASSWORD -> "With this link you set a new password.";
        };
        var path = switch (purpose) {
            case SIGN_IN -> "/sign-in/link#";
            case NEW_PASSWORD -> "/new-password#";
        };
        var body = """
                Hello %s,

                %s It works once, for ten minutes, and only in the browser in which you asked for it.

                Reading this on another device? Type this code there instead: %s

                You did not ask for it? Then do nothing: without your browser it is of no use to anybody.

                %s

                Doorstep
                """.formatted(user.name(), what, code, url.to(path + token));
        return new Mail(user.email(), subject, body, until);
    }
}
