package io.doorstep.cli;

import io.doorstep.tenancy.isolation.IsolationSuite;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "verify-isolation",
        description =
                "Attack the configured database as one tenant after another's data; print each attack and its result. Changes nothing.")
class VerifyIsolationCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        try (var installation = Installation.join()) {
            var report = new IsolationSuite(installation.database()).verify(IsolationSuite.Options.CORE);
            report.print(new PrintWriter(System.out, true));
            return report.held() ? 0 : 1;
        }
    }
}
