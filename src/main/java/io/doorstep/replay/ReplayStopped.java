package io.doorstep.replay;

/** The replay can't go on; the message says why and what to do. */
final class ReplayStopped extends RuntimeException {

    ReplayStopped(String message) {
        super(message, null, false, false);
    }
}
