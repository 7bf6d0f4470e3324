package io.doorstep.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds what the visitors know (the journal) against what the server has stored (the public conversation), message by message. Whatever does
 * not add up becomes a sentence; pure, so that every way of not adding up has a test.
 */
final class Accounting {

    private final RunId run;
    private final Ledger ledger;
    private final Tally tally = new Tally();
    private final List<String> unexplained = new ArrayList<>();

    Accounting(RunId run, Ledger ledger) {
        this.run = run;
        this.ledger = ledger;
        unexplained.addAll(ledger.contradictions());
    }

    /** Counts of messages, over all dialogues. */
    static final class Tally {
        int dialogues;
        int sent;
        int acknowledged;
        int stored;
        int answered;
        int leftToAPerson;
        int declined;
    }

    Tally tally() {
        return tally;
    }

    List<String> unexplained() {
        return unexplained;
    }

    /** @param stored the visitor's conversation as the server shows it now */
    void add(Dialogue dialogue, Server.Stored stored) {
        tally.dialogues++;
        var id = dialogue.id();
        var acknowledged = ledger.acknowledged(id);
        var declined = ledger.declined(id);
        var byClientId = byClientId(id, stored);
        for (var index = 0; index < dialogue.lines().size(); index++) {
            tally.sent++;
            var ack = acknowledged.get(index);
            if (ack != null) {
                tally.acknowledged++;
                check(
                        where(id, index),
                        ack,
                        byClientId.getOrDefault(ack.clientId().toString(), List.of()),
                        stored);
            } else if (declined.containsKey(index)) {
                tally.declined++;
                unexplained.add("%s was declined: %s".formatted(where(id, index), declined.get(index)));
            } else {
                unexplained.add("%s was never acknowledged".formatted(where(id, index)));
            }
        }
        checkNothingElse(dialogue, byClientId);
        checkPlaces(id, stored);
        if (acknowledged.values().stream()
                        .map(Ledger.Ack::conversationId)
                        .distinct()
                        .count()
                > 1) {
            unexplained.add("%s was acknowledged in more than one conversation".formatted(id));
        }
    }

    private void check(String where, Ledger.Ack ack, List<ChatLine> found, Server.Stored stored) {
        if (found.isEmpty()) {
            unexplained.add("%s was acknowledged and is lost".formatted(where));
            return;
        }
        tally.stored++;
        if (found.size() > 1) {
            unexplained.add("%s is stored %d times".formatted(where, found.size()));
        }
        var place = found.getFirst().seq();
        if (place != ack.seq()) {
            unexplained.add("%s was acknowledged at place %d and stands at %d".formatted(where, ack.seq(), place));
        }
        if (stored.lines().stream().anyMatch(line -> line.isAnswer() && line.seq() > place)) {
            tally.answered++;
        } else if (!stored.state().equals("ASSISTANT")) {
            tally.leftToAPerson++;
        } else {
            unexplained.add("%s has no answer".formatted(where));
        }
    }

    private void checkNothingElse(Dialogue dialogue, Map<String, List<ChatLine>> byClientId) {
        for (var index = 0; index < dialogue.lines().size(); index++) {
            byClientId.remove(run.clientId(dialogue.id(), index).toString());
        }
        byClientId.forEach((clientId, lines) -> unexplained.add("%s holds %d messages of a lead that nobody sent (%s)"
                .formatted(dialogue.id(), lines.size(), clientId)));
    }

    private void checkPlaces(String id, Server.Stored stored) {
        var expected = 1L;
        for (var line : stored.lines()) {
            if (line.seq() != expected) {
                unexplained.add("%s has place %d where %d is due".formatted(id, line.seq(), expected));
                return;
            }
            expected++;
        }
    }

    private static Map<String, List<ChatLine>> byClientId(String id, Server.Stored stored) {
        var byClientId = new HashMap<String, List<ChatLine>>();
        stored.lines().stream()
                .filter(ChatLine::isOfLead)
                .forEach(line -> byClientId
                        .computeIfAbsent(String.valueOf(line.clientId()), _ -> new ArrayList<>())
                        .add(line));
        return byClientId;
    }

    private static String where(String dialogue, int index) {
        return "%s line %d".formatted(dialogue, index + 1);
    }
}
