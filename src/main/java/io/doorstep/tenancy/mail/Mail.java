package io.doorstep.tenancy.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A plain-text e-mail from the platform to one person.
 *
 * @param body      lines; the last thing before the greeting is the link, alone on its line
 * @param goodUntil after that it is no use and is not sent any more; null for never
 */
public record Mail(
        String to, String subject, String body, @Nullable Instant goodUntil) {

    public Mail(String to, String subject, String body) {
        this(to, subject, body, null);
    }
}
