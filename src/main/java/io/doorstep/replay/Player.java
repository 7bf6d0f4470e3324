package io.doorstep.replay;

import java.util.concurrent.TimeUnit;

/** Plays one dialogue after the other, line by line; a line is said once the one before it is answered. */
final class Player {

    private final Server server;
    private final String siteKey;
    private final RunId run;
    private final Journal journal;
    private final Ledger done;
    private final ReplaySettings settings;

    Player(Server server, String siteKey, RunId run, Journal journal, Ledger done, ReplaySettings settings) {
        this.server = server;
        this.siteKey = siteKey;
        this.run = run;
        this.journal = journal;
        this.done = done;
        this.settings = settings;
    }

    void play(Dialogue dialogue) throws InterruptedException {
        if (isPlayed(dialogue)) {
            return;
        }
        try (var listener = new Listener(server, siteKey, run.visitorKey(dialogue.id()))) {
            for (var index = 0; index < dialogue.lines().size(); index++) {
                say(dialogue, index, listener);
            }
        }
    }

    private boolean isPlayed(Dialogue dialogue) {
        for (var index = 0; index < dialogue.lines().size(); index++) {
            if (!done.isAnswered(dialogue.id(), index)
                    && !done.declined(dialogue.id()).containsKey(index)) {
                return false;
            }
        }
        return true;
    }

    private void say(Dialogue dialogue, int index, Listener listener) throws InterruptedException {
        var id = dialogue.id();
        if (done.isAnswered(id, index) || done.declined(id).containsKey(index)) {
            return;
        }
        var begun = System.nanoTime();
        var acknowledged = done.acknowledged(id).get(index);
        var seq = acknowledged == null ? send(dialogue, index) : acknowledged.seq();
        if (seq > 0 && listener.awaitAfter(seq, settings.answerMillis()) == Listener.Answer.HERE) {
            // What was sent by an earlier process of this run was not timed by us.
            var millis = acknowledged == null ? TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) : -1;
            journal.add(new Entry.Answered(id, index, millis));
        }
    }

    /** @return the place, or 0 when the server declined */
    private long send(Dialogue dialogue, int index) throws InterruptedException {
        var id = dialogue.id();
        var clientId = run.clientId(id, index);
        var giveUp = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.outageMillis());
        while (true) {
            switch (server.send(
                    siteKey, run.visitorKey(id), clientId, dialogue.lines().get(index))) {
                case Reply.Accepted it -> {
                    journal.add(new Entry.Acknowledged(id, index, clientId, it.seq(), it.conversationId()));
                    return it.seq();
                }
                case Reply.No it -> {
                    journal.add(new Entry.Declined(id, index, it.problem()));
                    return 0;
                }
                case Reply.Later it -> {
                    if (System.nanoTime() > giveUp) {
                        throw new ReplayStopped("The server took no message for %d s. Start it and go on with --resume."
                                .formatted(settings.outageMillis() / 1000));
                    }
                    Thread.sleep(it.afterMillis());
                }
            }
        }
    }
}
