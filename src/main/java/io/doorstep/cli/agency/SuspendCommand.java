package io.doorstep.cli.agency;

import io.doorstep.lifecycle.SuspendAgency;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "suspend", description = "Hold an agency: nobody gets in, its tasks wait, nothing is lost.")
class SuspendCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SLUG")
    private String slug = "";

    @Option(names = "--reason", required = true, description = "Why; its members read it when they sign in.")
    private String reason = "";

    @Override
    public Integer call() throws Exception {
        return Beside.theServer(context -> {
            var agency = Beside.agency(context, slug);
            if (!context.getBean(SuspendAgency.class).suspend(agency.id(), reason)) {
                System.err.println(slug + " is " + agency.standing() + "; only an active agency can be suspended.");
                return 1;
            }
            System.out.println(slug + " is suspended. `./doorstep agency resume " + slug + "` lets it go on.");
            return 0;
        });
    }
}
