package io.doorstep.cli.agency;

import io.doorstep.identity.AccessChanged;
import io.doorstep.lifecycle.erasure.EraseAgency;
import io.doorstep.tenancy.standing.Register;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "delete", description = "Erase an agency: every row in every table, and people who belong to no other.")
class DeleteCommand implements Callable<Integer> {

    private static final Duration CLOCKS_APART = Duration.ofSeconds(5);

    @Parameters(paramLabel = "SLUG")
    private String slug = "";

    @Option(
            names = "--yes-delete",
            required = true,
            paramLabel = "NAME",
            description = "The agency's name, as it stands in its settings.")
    private String name = "";

    @Override
    public Integer call() throws Exception {
        return Beside.theServer(context -> {
            var agency = Beside.agency(context, slug);
            if (!agency.name().equals(name)) {
                System.err.println(
                        "The agency " + slug + " has another name: " + agency.name() + ". Nothing was deleted.");
                return 1;
            }
            context.getBean(Register.class).close(agency.id(), Instant.now().minus(CLOCKS_APART));
            context.getBean(AccessChanged.class).ofTenant(agency.id());
            return switch (context.getBean(EraseAgency.class).erase(agency.id())) {
                case EraseAgency.Outcome.Erased(var rows) -> {
                    rows.forEach((table, count) -> System.out.printf("  %-28s %,10d%n", table, count));
                    System.out.printf(
                            "%s is erased: %,d rows. What stays is a tombstone with its id and these counts.%n",
                            slug,
                            rows.values().stream().mapToLong(Long::longValue).sum());
                    yield 0;
                }
                case EraseAgency.Outcome.GoneAlready _ -> {
                    System.out.println(slug + " is gone already.");
                    yield 0;
                }
                case EraseAgency.Outcome.NotDue _ -> {
                    System.err.println(slug + " is " + agency.standing() + " and can't be deleted.");
                    yield 1;
                }
            };
        });
    }
}
