package io.doorstep.cli;

import io.doorstep.tenancy.isolation.IsolationSuite;
import io.doorstep.tenancy.isolation.ReportFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "verify-isolation",
        description = {
            "Attack the configured database as one tenant after another's data; print each attack and its result.",
            "Works in rolled-back transactions on throw-away agencies of its own and makes way for live traffic.",
            "Needs the administrator's login (DOORSTEP_DB_ADMIN_USER) beside the application's."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing leaked", "1:something leaked", "2:the attacks could not be made; nothing is proven"})
class VerifyIsolationCommand implements Callable<Integer> {

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "write FILE.json and FILE.html as well, a report to show to customers")
    private @Nullable Path report;

    @Override
    public Integer call() {
        try (var installation = Installation.join()) {
            var result = new IsolationSuite(installation.database(), installation.sealing())
                    .verify(IsolationSuite.Options.CORE);
            result.print(new PrintWriter(System.out, true));
            if (report != null) {
                var written = ReportFiles.write(result, Cli.VERSION, report);
                System.out.println("written: " + written.json() + " and " + written.html());
            }
            return result.held() ? 0 : 1;
        } catch (IllegalStateException impossible) {
            System.err.println("doorstep verify-isolation: " + impossible.getMessage());
            return 2;
        }
    }
}
