package io.doorstep.identity;

import java.util.Optional;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id with OWASP's least parameters (m = 19 MiB, t = 2, p = 1). */
@Component
public class Passwords {

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    /** Compared against when the e-mail is unknown, so that both answers take as long. */
    private final String decoy = hash("a password that nobody has");

    public String hash(String password) {
        return java.util.Objects.requireNonNull(argon2.encode(password));
    }

    public boolean matches(String password, Optional<String> hash) {
        var equal = argon2.matches(password, hash.orElse(decoy));
        return equal && hash.isPresent();
    }

    boolean outdated(String hash) {
        return argon2.upgradeEncoding(hash);
    }
}
