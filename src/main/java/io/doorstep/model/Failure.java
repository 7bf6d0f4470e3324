package io.doorstep.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a call came to nothing.
 *
 * @param retryAfter how long the provider wants to be left alone
 * @param charged false where it surely cost nothing
 */
record Failure(Outcome outcome, @Nullable Duration retryAfter, boolean charged) {

    static Failure unpriced(Outcome outcome) {
        return new Failure(outcome, null, true);
    }

    static Failure ofStatus(int status, @Nullable Duration retryAfter) {
        var outcome = switch (status) {
            case 401, 403 -> Outcome.KEY_REFUSED;
            case 402 -> Outcome.OUT_OF_CREDIT;
            case 408 -> Outcome.PROVIDER_ERROR;
            case 429 -> Outcome.RATE_LIMITED;
            default -> status >= 400 && status < 500 ? Outcome.MODEL_REFUSED : Outcome.PROVIDER_ERROR;
        };
        return new Failure(outcome, retryAfter, false);
    }
}
