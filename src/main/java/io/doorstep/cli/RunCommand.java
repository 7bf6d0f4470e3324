package io.doorstep.cli;

import io.doorstep.Doorstep;
import io.doorstep.demo.DemoData;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.builder.SpringApplicationBuilder;
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
        var stopped = new CountDownLatch(1);
        try (var installation = Installation.own()) {
            var properties = installation.properties();
            properties.put("server.port", port);
            var context = new SpringApplicationBuilder(Doorstep.class)
                    .properties(properties)
                    .listeners(event -> {
                        if (event instanceof org.springframework.context.event.ContextClosedEvent) {
                            stopped.countDown();
                        }
                    })
                    .run();
            if (demo == null ? installation.isEmbedded() : demo) {
                context.getBean(DemoData.class).ensure(System.out::println);
            }
            var origin = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
            System.out.println(Welcome.text(
                    origin,
                    (System.nanoTime() - started) / 1_000_000,
                    context.getBean(DemoData.class).present()));
            stopped.await();
        }
        return 0;
    }
}
