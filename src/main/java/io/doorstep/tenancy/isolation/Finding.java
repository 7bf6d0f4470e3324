package io.doorstep.tenancy.isolation;

/**
 * One attack on one subject, and how it ended.
 *
 * @param statement what was run; empty where it is more than one statement can tell
 */
public record Finding(Attack attack, String subject, String statement, Verdict verdict) {

    public sealed interface Verdict {
        record Held() implements Verdict {}

        record Leaked(String detail) implements Verdict {}

        /** A limit of the design, said plainly: it is no leak, and it is no proof either. */
        record Conceded(String detail) implements Verdict {}
    }

    static Finding of(Attack attack, String subject, boolean held, String detail) {
        return new Finding(attack, subject, "", held ? new Verdict.Held() : new Verdict.Leaked(detail));
    }

    static Finding conceded(Attack attack, String subject, String detail) {
        return new Finding(attack, subject, "", new Verdict.Conceded(detail));
    }

    Finding by(String statement) {
        return new Finding(attack, subject, statement, verdict);
    }
}
