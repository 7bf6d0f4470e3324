package io.doorstep.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** By what a request is let in. */
public sealed interface Access {

    /**
     * The web app's cookie.
     *
     * @param authenticatedAt when the person last proved who they are, at sign-in or by a step-up
     * @param proof           by what, all of it
     */
    record Session(UUID id, Instant authenticatedAt, Set<Proof> proof) implements Access {}

    /**
     * A short-lived bearer token.
     *
     * @param family the sign-in of an API client that it came from; it ends with that
     */
    record Token(@Nullable UUID family) implements Access {
        public Token() {
            this(null);
        }
    }

    /** @param scopes what the key may do */
    record ApiKey(UUID id, Set<String> scopes) implements Access {}

    /** What can be ended by itself: the session, the token's family, the key. */
    default @Nullable UUID credential() {
        return switch (this) {
            case Session session -> session.id();
            case Token token -> token.family();
            case ApiKey key -> key.id();
        };
    }
}
