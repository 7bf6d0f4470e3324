package io.doorstep.identity;

import io.doorstep.platform.Refusal;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** @param agency slug; null takes the first by name */
    CurrentMember with(String email, String password, @Nullable String agency) {
        var user = directory.userByEmail(email.strip().toLowerCase(Locale.ROOT));
        var hash = user.flatMap(known -> Optional.ofNullable(known.passwordHash()));
        if (!passwords.matches(password, hash) || user.isEmpty()) {
            throw new Refusal.Unauthenticated("wrong-credentials", "E-mail and password do not fit. Check both.")
                    .asException();
        }
        hash.filter(passwords::outdated)
                .ifPresent(_ -> directory.setPassword(user.get().id(), passwords.hash(password), clock.instant()));
        return memberships(user.get(), agency);
    }

    CurrentMember memberships(Directory.User user, @Nullable String agency) {
        return directory.membershipsOf(user.id()).stream()
                .filter(membership -> agency == null || membership.slug().equals(agency))
                .map(membership ->
                        new CurrentMember(membership.tenant(), membership.memberId(), user.id(), membership.role()))
                .findFirst()
                .orElseThrow(
                        () -> new Refusal.Forbidden("no-membership", "This account is not a member of that agency.")
                                .asException());
    }
}
