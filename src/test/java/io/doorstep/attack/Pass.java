package io.doorstep.attack;

/** What a request shows at the door. */
public sealed interface Pass {

    record Nobody() implements Pass {}

    /** The web app's cookie, with the CSRF token that belongs to it. */
    record Session(String cookie) implements Pass {}

    record Bearer(String token) implements Pass {}

    Pass NOBODY = new Nobody();
}
