package io.doorstep.cli;

import io.doorstep.tenancy.audit.VerifyAllChains;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "verify-audit",
        mixinStandardHelpOptions = true,
        description = {
            "Recompute every agency's audit chain and name the first entry that is not as it was written.",
            "Prints each chain's head: keep it elsewhere, and give it back with --expect to find even a chain that was written anew."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every chain is unbroken", "1:one is broken; it is named", "2:wrong arguments"})
class VerifyAuditCommand implements Callable<Integer> {

    @Option(names = "--agency", description = "Only this agency (slug).")
    private @Nullable String agency;

    @Option(
            names = "--expect",
            description =
                    "A head that was printed earlier (agency:entries:hash); the chain must still hold it. May be repeated.",
            arity = "1")
    private List<String> expected = List.of();

    @Override
    public Integer call() {
        try (var installation = Installation.join()) {
            return VerifyAllChains.of(installation.database(), installation.sealing())
                    .run(agency, expected, System.out::println);
        }
    }
}
