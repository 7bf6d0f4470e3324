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
    record Session(UUID id, Instant authenticatedAt, Set<Proof> proof) implements Access {

        /**
         * Whether the person showed anything of their own. A company's sign-in is the word of the agency that set it up, and an agency
         * could make its provider say anything: it counts there, and changes nothing of what the person has in other agencies.
         */
        public boolean own() {
            return !proof.equals(Set.of(Proof.OIDC));
        }
    }

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
