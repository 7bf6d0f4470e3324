package io.doorstep.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "replay",
        description = "Play the lead's side of dialogues through a running server, and account for every message.")
class ReplayCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        return 1;
    }
}
