package io.doorstep.identity;

import io.doorstep.identity.passwords.PasswordRules;
import io.doorstep.platform.Refusal;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Checks e-mail and password; the answer to a wrong one does not tell which was wrong, nor sooner. */
@Component
public class SignIn {

    private final Directory directory;
    private final Credentials credentials;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final FailedSignIns failures;

    SignIn(
            Directory directory,
            Credentials credentials,
            Passwords passwords,
            PasswordRules rules,
            FailedSignIns failures) {
        this.directory = directory;
        this.credentials = credentials;
        this.passwords = passwords;
        this.rules = rules;
        this.failures = failures;
    }

    /** @return the user */
    public UUID with(String email, String password, String address) {
        var user = directory.userByEmail(email.strip().toLowerCase(Locale.ROOT));
        var hash = user.flatMap(known -> Optional.ofNullable(known.passwordHash()));
        if (!passwords.matches(password, hash) || user.isEmpty()) {
            user.ifPresent(known -> failures.tell(known.id(), address));
            throw new Refusal.Unauthenticated("wrong-credentials", "E-mail and password do not fit. Check both.")
                    .asException();
        }
        var id = user.get().id();
        hash.ifPresent(known -> examine(id, password, known));
        return id;
    }

    /** Only now is the password at hand: it is hashed anew where the parameters grew, and looked for among the stolen ones. */
    private void examine(UUID user, String password, String hash) {
        if (passwords.outdated(hash)) {
            credentials.rehash(user, hash, passwords.hash(password));
        } else if (rules.breached(password)) {
            credentials.breached(user, hash);
        }
    }
}
