package io.doorstep.cli;

import io.doorstep.demo.DemoData;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "demo", description = "Make the two demo agencies with 90 days of synthetic history.")
class DemoCommand implements Callable<Integer> {

    @Option(names = "--reset", description = "Remove the demo agencies first and make them anew.")
    private boolean reset;

    @Override
    public Integer call() {
        // With its web side, which some rooms are wired to, on a port that nobody is told.
        try (var installation = Installation.join();
                var context = installation.application().run("--server.port=0", "--server.address=127.0.0.1")) {
            var demo = context.getBean(DemoData.class);
            if (reset) {
                demo.reset(System.out::println);
            } else {
                demo.ensure(System.out::println);
            }
        }
        return 0;
    }
}
