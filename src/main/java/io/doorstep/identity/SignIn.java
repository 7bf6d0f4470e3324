package io.doorstep.identity;

import io.doorstep.platform.Refusal;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Checks e-mail and password; the answer to a wrong one does not tell which was wrong, nor sooner. */
@Component
class SignIn {

    private final Directory directory;
    private final Passwords passwords;
    private final Clock clock;

    SignIn(Directory directory, Passwords passwords, Clock clock) {
        this.directory = directory;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** @return the user */
    UUID with(String email, String password) {
        var user = directory.userByEmail(email.strip().toLowerCase(Locale.ROOT));
        var hash = user.flatMap(known -> Optional.ofNullable(known.passwordHash()));
        if (!passwords.matches(password, hash) || user.isEmpty()) {
            throw new Refusal.Unauthenticated("wrong-credentials", "E-mail and password do not fit. Check both.")
                    .asException();
        }
        hash.filter(passwords::outdated)
                .ifPresent(_ -> directory.setPassword(user.get().id(), passwords.hash(password), clock.instant()));
        return user.get().id();
    }
}
