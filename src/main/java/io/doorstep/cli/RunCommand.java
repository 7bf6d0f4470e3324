package io.doorstep.cli;

import io.doorstep.demo.DemoData;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "run",
        description = "Start everything: database (embedded unless DOORSTEP_DB_URL is set), migrations, server.")
class RunCommand implements Callable<Integer> {

    @Option(
            names = "--port",
            description = "HTTP port (default: ${DEFAULT-VALUE}, or DOORSTEP_PORT).",
            defaultValue = "${env:DOORSTEP_PORT:-8080}")
    private int port;

    @Option(
            names = "--demo",
            negatable = true,
            description = "Make the demo agencies where they are missing (default: only with the embedded database).")
    private @org.jspecify.annotations.Nullable Boolean demo;

    @Override
    public Integer call() throws InterruptedException {
        var started = System.nanoTime();
        var installation = Installation.own();
        // Runs after the application has stopped, so that the database goes last.
        SpringApplication.getShutdownHandlers().add(installation::close);
        var context = installation.application().run("--server.port=" + port);
        var demoData = context.getBean(DemoData.class);
        if (demo == null ? installation.isEmbedded() : demo) {
            demoData.ensure(System.out::println);
        }
        var origin = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
        var millis = (System.nanoTime() - started) / 1_000_000;
        System.out.println(Welcome.text(origin, millis, demoData.present()));
        Thread.currentThread().join(); // until a signal ends the JVM
        return 0;
    }
}
