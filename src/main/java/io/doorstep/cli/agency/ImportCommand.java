package io.doorstep.cli.agency;

import io.doorstep.cli.Installation;
import io.doorstep.lifecycle.archive.ImportAgency;
import io.doorstep.platform.database.Migration;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description =
                "Take an agency in from a file that `agency export` wrote, with the same ids: all of it or nothing. Needs the administrator's login.")
class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--slug", description = "Another slug than it had, where that one is taken here.")
    private @Nullable String slug;

    @Override
    public Integer call() throws Exception {
        try (var installation = Installation.join()) {
            new Migration(installation.database(), installation.sealKey()).run();
            var imported =
                    new ImportAgency(installation.database(), installation.sealing()).from(file, slug, new Percent());
            System.out.printf(
                    "%s is here: %,d rows, %d people, %d of whom had an account here and keep it.%n",
                    imported.slug(), imported.rows(), imported.people(), imported.known());
            return 0;
        }
    }
}
