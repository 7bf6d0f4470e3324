package io.doorstep.replay;

import java.net.URI;
import java.nio.file.Path;

/**
 * What to play, where, and how patiently.
 *
 * @param dialogues JSON Lines
 * @param agency slug
 * @param url of the running server
 * @param concurrency visitors at a time
 * @param resume go on with the journal instead of beginning a new run
 * @param journal what has happened so far; survives a kill
 * @param user of the agency, to read what became of the leads
 * @param answerMillis how long a visitor waits for an answer while the server is up
 * @param outageMillis how long to wait for a server that is down
 */
public record ReplaySettings(
        Path dialogues,
        String agency,
        URI url,
        int concurrency,
        boolean resume,
        Path journal,
        String user,
        String password,
        long answerMillis,
        long outageMillis) {

    public static ReplaySettings of(
            Path dialogues,
            String agency,
            URI url,
            int concurrency,
            boolean resume,
            Path journal,
            String user,
            String password) {
        return new ReplaySettings(
                dialogues, agency, url, concurrency, resume, journal, user, password, 60_000, 180_000);
    }

    /** Beside the data of the server, one per agency and file. */
    public static Path defaultJournal(Path dialogues, String agency) {
        var name = dialogues.getFileName().toString().replaceFirst("\\.jsonl$", "");
        return Path.of(".doorstep", "replay", agency + "-" + name + ".journal");
    }
}
