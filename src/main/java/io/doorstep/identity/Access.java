package io.doorstep.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** By what a request is let in. */
public sealed interface Access {

    /**
     * The web app's cookie.
     *
     * @param authenticatedAt when the person last proved who they are, at sign-in or by a step-up
     * @param proof           by what, all of it
     */
    record Session(UUID id, Instant authenticatedAt, Set<Proof> proof) implements Access {}

    /** A short-lived bearer token. */
    record Token() implements Access {}

    /** @param scopes what the key may do */
    record ApiKey(UUID id, Set<String> scopes) implements Access {}
}
