package io.doorstep.model;

/** How one call of a model ended, and so what may be tried next. */
enum Outcome {
    ANSWERED(Next.DONE),
    /** 401 or 403: no model will do better with this key. */
    KEY_REFUSED(Next.STOP),
    /** 402: the account at the provider is empty. */
    OUT_OF_CREDIT(Next.STOP),
    /** 400 or 404: this model is not to be had, or not with this request. */
    MODEL_REFUSED(Next.OTHER_MODEL),
    /** 429; limits are kept per model. */
    RATE_LIMITED(Next.OTHER_MODEL),
    PROVIDER_ERROR(Next.SAME_AGAIN),
    /** The connection broke off, or the answer did in its middle. */
    BROKEN(Next.SAME_AGAIN),
    TIMED_OUT(Next.OTHER_MODEL),
    /** Not the shape that was asked for, or too much of it. */
    UNREADABLE(Next.OTHER_MODEL),
    /** Read, but it says what the draft does not, or what may not be said. */
    UNFIT(Next.STOP);

    enum Next {
        DONE,
        SAME_AGAIN,
        OTHER_MODEL,
        STOP
    }

    final Next next;

    Outcome(Next next) {
        this.next = next;
    }

    /** A provider that answers, however badly, is not down. */
    boolean speaksAgainstProvider() {
        return switch (this) {
            case KEY_REFUSED, OUT_OF_CREDIT, RATE_LIMITED, PROVIDER_ERROR, BROKEN, TIMED_OUT -> true;
            case ANSWERED, MODEL_REFUSED, UNREADABLE, UNFIT -> false;
        };
    }
}
