package io.doorstep.cli;

import io.doorstep.platform.database.Migration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "migrate",
        description = "Bring the database up to date: roles, then schema. Needs the administrator's login.")
class MigrateCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        try (var installation = Installation.join()) {
            var applied = new Migration(installation.database(), installation.sealKey()).run();
            System.out.println(applied == 0 ? "The database is up to date." : "Applied " + applied + " migrations.");
        }
        return 0;
    }
}
