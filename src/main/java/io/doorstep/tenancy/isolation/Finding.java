package io.doorstep.tenancy.isolation;

/** One attack on one subject, and how it ended. */
public record Finding(Attack attack, String subject, Verdict verdict) {

    public sealed interface Verdict {
        record Held() implements Verdict {}

        record Leaked(String detail) implements Verdict {}
    }

    static Finding of(Attack attack, String subject, boolean held, String detail) {
        return new Finding(attack, subject, held ? new Verdict.Held() : new Verdict.Leaked(detail));
    }
}
