package io.doorstep.tenancy;

import java.util.Optional;

/** The durable task that runs now, for what must say who did something. */
public final class RunningTask {

    private static final ScopedValue<String> NAME = ScopedValue.newInstance();

    private RunningTask() {}

    public static Optional<String> name() {
        return NAME.isBound() ? Optional.of(NAME.get()) : Optional.empty();
    }

    static void run(String name, Runnable work) {
        ScopedValue.where(NAME, name).run(work);
    }
}
