package io.doorstep.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "extract",
        description = "Read facts out of dialogues with the built-in engine (JSON lines in, JSON lines out).")
class ExtractCommand implements Callable<Integer> {

    @Option(names = "--in", required = true, description = "Dialogues, one JSON object a line.")
    private @org.jspecify.annotations.Nullable Path in;

    @Option(names = "--out", required = true, description = "Facts, one JSON object a dialogue.")
    private @org.jspecify.annotations.Nullable Path out;

    @Override
    public Integer call() {
        return 1;
    }
}
