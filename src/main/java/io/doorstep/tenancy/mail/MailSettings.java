package io.doorstep.tenancy.mail;

import io.doorstep.platform.PublicUrl;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The operator's mail server ({@code DOORSTEP_MAIL_*}). Mistakes in it are said at start, not with the first mail. */
@Component
class MailSettings {

    enum Tls {
        /** Begin in the clear and refuse to go on without TLS. */
        STARTTLS,
        /** TLS from the first byte. */
        IMPLICIT,
        /** For a server on this machine. */
        OFF
    }

    private final Optional<Server> server;

    record Server(String host, int port, Optional<Login> login, InternetAddress from, Tls tls, String ownName) {

        Properties properties(int timeoutMillis) {
            var properties = new Properties();
            properties.put("mail.smtp.host", host);
            properties.put("mail.smtp.port", port);
            properties.put("mail.smtp.localhost", ownName);
            properties.put("mail.smtp.auth", login.isPresent());
            properties.put("mail.smtp.starttls.enable", tls == Tls.STARTTLS);
            properties.put("mail.smtp.starttls.required", tls == Tls.STARTTLS);
            properties.put("mail.smtp.ssl.enable", tls == Tls.IMPLICIT);
            properties.put("mail.smtp.ssl.checkserveridentity", true);
            properties.put("mail.smtp.quitwait", false);
            for (var phase : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
                properties.put("mail.smtp." + phase, timeoutMillis);
            }
            return properties;
        }
    }

    record Login(String user, String password) {}

    MailSettings(
            @Value("${doorstep.mail.host:}") String host,
            @Value("${doorstep.mail.port:587}") int port,
            @Value("${doorstep.mail.user:}") String user,
            @Value("${doorstep.mail.password:}") String password,
            @Value("${doorstep.mail.from:}") String from,
            @Value("${doorstep.mail.tls:starttls}") Tls tls,
            PublicUrl url) {
        if (host.isBlank()) {
            this.server = Optional.empty();
            return;
        }
        if (!url.named()) {
            throw new IllegalStateException(
                    "DOORSTEP_MAIL_HOST is set, so DOORSTEP_URL is needed too: links in e-mails start with it");
        }
        this.server = Optional.of(new Server(
                host.strip(),
                port,
                user.isBlank() ? Optional.empty() : Optional.of(new Login(user, password)),
                address(from.isBlank() ? "Doorstep <doorstep@" + url.host() + ">" : from),
                tls,
                url.host()));
    }

    Optional<Server> server() {
        return server;
    }

    private static InternetAddress address(String from) {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException unreadable) {
            throw new IllegalStateException(
                    "DOORSTEP_MAIL_FROM takes an address such as Doorstep <doorstep@example.com>", unreadable);
        }
    }
}
