package io.doorstep.cli.agency;

import io.doorstep.lifecycle.SuspendAgency;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "resume", description = "Let a suspended agency go on; what became due meanwhile runs now.")
class ResumeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SLUG")
    private String slug = "";

    @Override
    public Integer call() throws Exception {
        return Beside.theServer(context -> {
            var agency = Beside.agency(context, slug);
            if (!context.getBean(SuspendAgency.class).resume(agency.id())) {
                System.err.println(slug + " is " + agency.standing() + ", not suspended.");
                return 1;
            }
            System.out.println(slug + " goes on.");
            return 0;
        });
    }
}
