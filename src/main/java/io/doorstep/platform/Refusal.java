package io.doorstep.platform;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Why a request is not carried out, in words for the person who made it. Thrown as {@link Refused}; {@link Problems} is the only
 * place that turns it into HTTP (RFC 9457, {@code type = urn:doorstep:problem:<code>}).
 */
public sealed interface Refusal {

    /** Stable, kebab-case; part of the API. */
    String code();

    /** What is wrong and how to mend it, one or two plain sentences. */
    String detail();

    /** Also for what belongs to another tenant: the same answer as for a random id. */
    record NotFound(String code, String detail) implements Refusal {
        public static NotFound of(String thing) {
            return new NotFound("not-found", "There is no such " + thing + ". Check the link.");
        }
    }

    record Conflict(String code, String detail, Map<String, ?> extras) implements Refusal {
        public Conflict(String code, String detail) {
            this(code, detail, Map.of());
        }
    }

    record Invalid(String code, String detail, List<Violation> violations) implements Refusal {
        public static Invalid field(String field, String message) {
            return new Invalid("invalid", field + ": " + message, List.of(new Violation(field, message)));
        }
    }

    record Unauthenticated(String code, String detail) implements Refusal {}

    record Forbidden(String code, String detail) implements Refusal {}

    /** Something has to be done first, which the extras describe. */
    record PreconditionRequired(String code, String detail, Map<String, ?> extras) implements Refusal {}

    record TooLarge(String code, String detail) implements Refusal {}

    record TooMany(String code, String detail, Duration retryAfter) implements Refusal {}

    /** Not now, and nobody's fault here: nothing was accepted, so that the sender keeps it. */
    record Unavailable(String code, String detail, Duration retryAfter) implements Refusal {}

    /** The dotted path of the offending field, and the mend. */
    record Violation(String field, String message) {}

    default Refused asException() {
        return new Refused(this);
    }
}
