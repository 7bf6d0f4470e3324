package io.doorstep.cli;

import io.doorstep.language.ExtractDialogues;
import io.doorstep.language.LocalEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "extract",
        description = "Read facts out of dialogues with the built-in engine (JSON lines in, JSON lines out).")
class ExtractCommand implements Callable<Integer> {

    @Option(names = "--in", required = true, description = "Dialogues, one JSON object a line.")
    private Path in = Path.of("");

    @Option(names = "--out", required = true, description = "Facts, one JSON object a dialogue.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        var summary = ExtractDialogues.run(in, out, new LocalEngine());
        System.out.printf(
                "%d dialogues, %d lead turns, %d facts: %s%n",
                summary.dialogues(), summary.leadTurns(), summary.facts(), out);
        return 0;
    }
}
