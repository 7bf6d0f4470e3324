package io.doorstep.cli.agency;

import io.doorstep.lifecycle.SuspendAgency;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "keep", description = "Take a deletion back, as long as the agency is closing.")
class KeepCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SLUG")
    private String slug = "";

    @Override
    public Integer call() throws Exception {
        return Beside.theServer(context -> {
            var agency = Beside.agency(context, slug);
            if (!context.getBean(SuspendAgency.class).keep(agency.id())) {
                System.err.println(slug + " is " + agency.standing() + ", not closing.");
                return 1;
            }
            System.out.println(slug + " stays.");
            return 0;
        });
    }
}
