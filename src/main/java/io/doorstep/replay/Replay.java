package io.doorstep.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** One replay, from the file to the accounting. */
public final class Replay {

    private static final int ALL_EXPLAINED = 0;
    private static final int UNEXPLAINED = 1;
    private static final int STOPPED = 2;
    private static final long STARTING = 20_000;

    private final ReplaySettings settings;
    private final PrintStream out;

    public Replay(ReplaySettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** @return 0 when everything is explained, 1 when something is not, 2 when the replay could not be played to its end */
    public int run() throws IOException, InterruptedException {
        if (!Files.isReadable(settings.dialogues())) {
            out.printf("There are no dialogues at %s.%n", settings.dialogues());
            return STOPPED;
        }
        try (var server = new Server(settings.url())) {
            var file = Files.readAllBytes(settings.dialogues());
            var dialogues = Dialogue.readAll(settings.dialogues());
            var siteKey = server.siteKey(settings.agency(), settings.resume() ? settings.outageMillis() : STARTING);
            try (var journal = journal(file)) {
                var run = begun(journal);
                play(server, siteKey, run, journal, dialogues);
                return account(server, siteKey, run, journal, dialogues);
            }
        } catch (ReplayStopped stopped) {
            out.println(stopped.getMessage());
            return STOPPED;
        }
    }

    private Journal journal(byte[] file) throws IOException {
        if (settings.resume() && Files.exists(settings.journal())) {
            var journal = Journal.resumed(settings.journal());
            var run = begun(journal);
            if (!run.equals(RunId.of(run.run(), file))) {
                throw new ReplayStopped("The journal %s is of another file of dialogues. Start again without --resume."
                        .formatted(settings.journal()));
            }
            out.printf(
                    "Going on with run %s, %d entries in %s%n",
                    run.run(), journal.entries().size(), settings.journal());
            return journal;
        }
        var journal = Journal.fresh(settings.journal());
        var run = RunId.of(UUID.randomUUID().toString(), file);
        journal.add(new Entry.Begun(run.run(), run.file(), settings.agency()));
        out.printf("Run %s, journal %s%n", run.run(), settings.journal());
        return journal;
    }

    private RunId begun(Journal journal) {
        if (journal.entries().isEmpty() || !(journal.entries().getFirst() instanceof Entry.Begun begun)) {
            throw new ReplayStopped("The journal %s does not say which run it is. Start again without --resume."
                    .formatted(settings.journal()));
        }
        if (!begun.agency().equals(settings.agency())) {
            throw new ReplayStopped(
                    "The journal %s is of the agency %s.".formatted(settings.journal(), begun.agency()));
        }
        return new RunId(begun.run(), begun.file());
    }

    /** As many visitors at a time as asked for; each takes the next dialogue. */
    private void play(Server server, String siteKey, RunId run, Journal journal, List<Dialogue> dialogues)
            throws InterruptedException {
        var player = new Player(server, siteKey, run, journal, Ledger.of(journal.entries()), settings);
        var waiting = new ConcurrentLinkedQueue<>(dialogues);
        var finished = new AtomicInteger();
        try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            var played = new ExecutorCompletionService<Boolean>(visitors);
            for (var visitor = 0; visitor < settings.concurrency(); visitor++) {
                played.submit(() -> {
                    for (var dialogue = waiting.poll(); dialogue != null; dialogue = waiting.poll()) {
                        player.play(dialogue);
                        var done = finished.incrementAndGet();
                        if (done % 20 == 0 || done == dialogues.size()) {
                            out.printf("%d of %d dialogues%n", done, dialogues.size());
                        }
                    }
                    return true;
                });
            }
            for (var visitor = 0; visitor < settings.concurrency(); visitor++) {
                try {
                    played.take().get();
                } catch (ExecutionException failed) {
                    visitors.shutdownNow();
                    throw failed.getCause() instanceof ReplayStopped stopped
                            ? stopped
                            : new IllegalStateException(failed.getCause());
                }
            }
        }
    }

    private int account(Server server, String siteKey, RunId run, Journal journal, List<Dialogue> dialogues)
            throws InterruptedException {
        var ledger = Ledger.of(journal.entries());
        var accounting = new Accounting(run, ledger);
        var conversations = new ArrayList<UUID>();
        for (var dialogue : dialogues) {
            accounting.add(dialogue, stored(server, siteKey, run, dialogue));
            ledger.acknowledged(dialogue.id()).values().stream()
                    .map(Ledger.Ack::conversationId)
                    .findFirst()
                    .ifPresent(conversations::add);
        }
        var printout = new Printout(out);
        printout.messages(accounting, ledger.answerMillis());
        try {
            var token = server.token(settings.agency(), settings.user(), settings.password());
            printout.agency(AgencySide.read(server, token, conversations));
        } catch (IOException refused) {
            accounting
                    .unexplained()
                    .add("The agency's side could not be read: %s. Give --user and --password."
                            .formatted(refused.getMessage()));
        }
        printout.unexplained(accounting.unexplained());
        return accounting.unexplained().isEmpty() ? ALL_EXPLAINED : UNEXPLAINED;
    }

    private Server.Stored stored(Server server, String siteKey, RunId run, Dialogue dialogue)
            throws InterruptedException {
        var giveUp = System.nanoTime() + settings.outageMillis() * 1_000_000;
        while (System.nanoTime() < giveUp) {
            var stored = server.conversation(siteKey, run.visitorKey(dialogue.id()));
            if (stored.isPresent()) {
                return stored.get();
            }
        }
        throw new ReplayStopped("The server does not say what it has stored. Start it and go on with --resume.");
    }
}
