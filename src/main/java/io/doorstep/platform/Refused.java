package io.doorstep.platform;

/** Carries a {@link Refusal} out of a use case and rolls its transaction back. Expected, so it has no stack trace. */
public final class Refused extends RuntimeException {

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.code() + ": " + refusal.detail(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
