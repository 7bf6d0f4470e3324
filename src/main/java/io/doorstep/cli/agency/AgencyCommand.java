package io.doorstep.cli.agency;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./doorstep agency <command>}. */
@Command(
        name = "agency",
        mixinStandardHelpOptions = true,
        description = "List, create, suspend, export, import and delete agencies.",
        subcommands = {
            ListCommand.class,
            CreateCommand.class,
            SuspendCommand.class,
            ResumeCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            DeleteCommand.class,
            KeepCommand.class,
        })
public class AgencyCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(System.out);
        }
    }
}
