package io.doorstep.tenancy.mail;

/** What became of one try to hand a mail to the server. Problems name no address and no content. */
sealed interface Delivery {

    record Accepted() implements Delivery {}

    /** The server will never take this mail (SMTP 5yz). */
    record Refused(String problem) implements Delivery {}

    /** Not now: no connection, too slow, no log-in, or SMTP 4yz. */
    record Delayed(String problem) implements Delivery {}
}
