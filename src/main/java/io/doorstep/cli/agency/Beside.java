package io.doorstep.cli.agency;

import io.doorstep.cli.Installation;
import io.doorstep.tenancy.standing.Register;
import org.springframework.context.ApplicationContext;

/** The application without its task runner, beside a server that runs or alone, for the length of one command. */
final class Beside {

    /** What the command does. */
    interface Work {
        int with(ApplicationContext context) throws Exception;
    }

    private Beside() {}

    static int theServer(Work work) throws Exception {
        // With its web side, which some rooms are wired to, on a port that nobody is told.
        try (var installation = Installation.join();
                var context = installation
                        .application()
                        .run("--server.port=0", "--server.address=127.0.0.1", "--doorstep.tasks.threads=0")) {
            return work.with(context);
        }
    }

    static Register.Entry agency(ApplicationContext context, String slug) {
        return context.getBean(Register.class)
                .bySlug(slug)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no agency " + slug + "; `./doorstep agency list` shows them"));
    }
}
