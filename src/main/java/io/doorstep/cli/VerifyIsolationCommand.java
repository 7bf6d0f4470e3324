package io.doorstep.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "verify-isolation",
        description =
                "Attack the configured database as one tenant after another's data; print each attack and its result.")
class VerifyIsolationCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        return 1;
    }
}
