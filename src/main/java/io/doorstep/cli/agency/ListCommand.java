package io.doorstep.cli.agency;

import io.doorstep.lifecycle.Census;
import io.doorstep.tenancy.standing.Register;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "list", description = "Every agency with its standing, its people, its leads and its size.")
class ListCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        return Beside.theServer(context -> {
            var census = context.getBean(Census.class);
            System.out.printf(
                    "%-30s %-12s %8s %9s %11s %9s  %s%n", "slug", "standing", "members", "leads", "rows", "MB", "name");
            for (var agency : context.getBean(Register.class).all()) {
                var size = census.of(agency.id());
                System.out.printf(
                        "%-30s %-12s %,8d %,9d %,11d %,9.1f  %s%s%n",
                        agency.slug(),
                        agency.standing(),
                        size.members(),
                        size.leads(),
                        size.rows(),
                        size.bytes() / 1048576.0,
                        agency.name(),
                        remark(agency));
            }
            return 0;
        });
    }

    private static String remark(Register.Entry agency) {
        return switch (agency.standing()) {
            case SUSPENDED -> " (since " + agency.since() + ": " + agency.reason() + ")";
            case CLOSING -> " (is erased at " + agency.eraseAt() + ")";
            case PROVISIONING, ACTIVE, ERASING, CLOSED -> "";
        };
    }
}
