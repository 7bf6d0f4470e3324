package io.doorstep.cli;

import io.doorstep.replay.Replay;
import io.doorstep.replay.ReplaySettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Play the lead's side of dialogues through a running server, and account for every message.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything is explained",
            "1:something does not add up; it is named",
            "2:the replay could not be played to its end"
        })
class ReplayCommand implements Callable<Integer> {

    @Option(
            names = "--dialogues",
            required = true,
            description = "JSON lines: {\"id\", \"turns\": [{\"speaker\", \"text\"}]}.")
    private Path dialogues = Path.of("");

    @Option(names = "--agency", required = true, description = "Slug of the agency whose chat is played.")
    private String agency = "";

    @Option(
            names = "--url",
            description = "The running server (default: ${DEFAULT-VALUE}).",
            defaultValue = "http://localhost:8080")
    private URI url = URI.create("");

    @Option(
            names = "--concurrency",
            description = "Visitors at a time (default: ${DEFAULT-VALUE}).",
            defaultValue = "4")
    private int concurrency;

    @Option(names = "--resume", description = "Go on with the journal of a run that was cut off.")
    private boolean resume;

    @Option(
            names = "--journal",
            description = "Where the run is written down (default: .doorstep/replay/<agency>-<file>.journal).")
    private @Nullable Path journal;

    @Option(
            names = "--user",
            description = "Member who reads what became of the leads (default: the demo's ana@<agency>.example).")
    private @Nullable String user;

    @Option(names = "--password", description = "Their password (default: the demo's).", defaultValue = "doorstep-demo")
    private String password = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        var settings = ReplaySettings.of(
                dialogues,
                agency,
                url,
                Math.clamp(concurrency, 1, 256),
                resume,
                journal == null ? ReplaySettings.defaultJournal(dialogues, agency) : journal,
                user == null ? "ana@" + agency + ".example" : user,
                password);
        return new Replay(settings, System.out).run();
    }
}
