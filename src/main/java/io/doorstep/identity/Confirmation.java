package io.doorstep.identity;

import io.doorstep.platform.Refusal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** A person who is signed in proves anew who they are. */
@Component
public class Confirmation {

    private final Directory directory;
    private final Passwords passwords;
    private final Sessions sessions;

    Confirmation(Directory directory, Passwords passwords, Sessions sessions) {
        this.directory = directory;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    public Person person(UUID user) {
        return directory
                .user(user)
                .map(known -> new Person(known.email(), known.name()))
                .orElseThrow(() -> Refusal.NotFound.of("user").asException());
    }

    public record Person(String email, String name) {}

    public boolean hasPassword(UUID user) {
        return passwordOf(user).isPresent();
    }

    public boolean passwordFits(UUID user, String password) {
        return passwords.matches(password, passwordOf(user));
    }

    /** The session goes on under another token, proven now by one thing more. @return the cookie with it */
    public ResponseCookie of(CurrentMember member, Set<Proof> shown) {
        return switch (member.access()) {
            case Access.Session session -> SessionCookie.holding(sessions.prove(session, shown));
            case Access.Token _, Access.ApiKey _ ->
                throw new Refusal.Forbidden(
                                "session-needed", "This is done by a person who is signed in, not by a token or key.")
                        .asException();
        };
    }

    private Optional<String> passwordOf(UUID user) {
        return directory
                .user(user)
                .flatMap(known -> directory.userByEmail(known.email()))
                .flatMap(known -> Optional.ofNullable(known.passwordHash()));
    }
}
