package io.doorstep.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What the journal says, by dialogue and line. */
final class Ledger {

    /** @param seq place in the conversation */
    record Ack(UUID clientId, long seq, UUID conversationId) {}

    private final Map<String, Map<Integer, Ack>> acknowledged = new TreeMap<>();
    private final Map<String, Map<Integer, Long>> answered = new TreeMap<>();
    private final Map<String, Map<Integer, String>> declined = new TreeMap<>();

    /** An acknowledgement that was journalled twice (a resumed run asks again) must say the same. */
    private final List<String> contradictions = new ArrayList<>();

    static Ledger of(List<Entry> entries) {
        var ledger = new Ledger();
        entries.forEach(ledger::add);
        return ledger;
    }

    private void add(Entry entry) {
        switch (entry) {
            case Entry.Begun _ -> {}
            case Entry.Acknowledged it -> {
                var ack = new Ack(it.clientId(), it.seq(), it.conversationId());
                var before = of(acknowledged, it.dialogue()).put(it.index(), ack);
                if (before != null && !before.equals(ack)) {
                    contradictions.add("%s line %d was acknowledged as %s and as %s"
                            .formatted(it.dialogue(), it.index() + 1, before, ack));
                }
            }
            case Entry.Answered it -> of(answered, it.dialogue()).put(it.index(), it.millis());
            case Entry.Declined it -> of(declined, it.dialogue()).put(it.index(), it.problem());
        }
    }

    Map<Integer, Ack> acknowledged(String dialogue) {
        return acknowledged.getOrDefault(dialogue, Map.of());
    }

    Map<Integer, String> declined(String dialogue) {
        return declined.getOrDefault(dialogue, Map.of());
    }

    boolean isAnswered(String dialogue, int index) {
        return answered.getOrDefault(dialogue, Map.of()).containsKey(index);
    }

    List<String> contradictions() {
        return contradictions;
    }

    /** Sorted; without those whose sending an earlier process has timed. */
    long[] answerMillis() {
        return answered.values().stream()
                .flatMap(lines -> lines.values().stream())
                .mapToLong(Long::longValue)
                .filter(millis -> millis >= 0)
                .sorted()
                .toArray();
    }

    private static <V> Map<Integer, V> of(Map<String, Map<Integer, V>> map, String dialogue) {
        return map.computeIfAbsent(dialogue, _ -> new TreeMap<>());
    }
}
