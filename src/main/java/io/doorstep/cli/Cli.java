package io.doorstep.cli;

import io.doorstep.cli.agency.AgencyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./doorstep <command>}. Without a command it says which there are. */
@Command(
        name = "doorstep",
        description = "From first touch to booked appointment to closed deal, and no lead lost on the way.",
        mixinStandardHelpOptions = true,
        version = Cli.VERSION,
        subcommands = {
            RunCommand.class,
            DemoCommand.class,
            MigrateCommand.class,
            ExtractCommand.class,
            ReplayCommand.class,
            RotateSigningKeyCommand.class,
            VerifyIsolationCommand.class,
            VerifyAuditCommand.class,
            AgencyCommand.class,
        })
public class Cli implements Runnable {

    static final String VERSION = "doorstep 0.1.0";

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    /** @return 0, 1 when the command found something wrong, 2 for wrong arguments */
    public static int execute(String... args) {
        return new CommandLine(new Cli())
                .setExecutionExceptionHandler((failure, command, _) -> {
                    command.getErr().println("doorstep " + command.getCommandName() + ": " + reason(failure));
                    if (System.getenv("DOORSTEP_DEBUG") != null) {
                        failure.printStackTrace(command.getErr());
                    }
                    return 1;
                })
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(System.out);
        }
    }

    /** The innermost message: what an operator can act on. */
    private static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        var message = cause.getMessage();
        return message == null ? cause.toString() : message;
    }
}
