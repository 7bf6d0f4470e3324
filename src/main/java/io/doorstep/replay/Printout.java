package io.doorstep.replay;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The accounting as a person reads it. */
final class Printout {

    private static final int MOST = 50;

    private final PrintStream out;

    Printout(PrintStream out) {
        this.out = out;
    }

    void messages(Accounting accounting, long[] answerMillis) {
        var tally = accounting.tally();
        row("dialogues", tally.dialogues);
        row("messages sent", tally.sent);
        row("acknowledged", tally.acknowledged);
        row("stored", tally.stored);
        row("answered", tally.answered);
        if (tally.leftToAPerson > 0) {
            row("left to a person", tally.leftToAPerson);
        }
        if (tally.declined > 0) {
            row("declined", tally.declined);
        }
        if (answerMillis.length > 0) {
            row("answer, median", percentile(answerMillis, 50) + " ms");
            row("answer, p99", percentile(answerMillis, 99) + " ms of " + answerMillis.length + " timed");
        }
    }

    void agency(AgencySide side) {
        row("leads", side.leads());
        row("facts", counts(side.factsByKind()));
        row("grades", counts(side.grades()));
        row("deals", side.deals() + ": " + counts(side.dealsByStage()));
        row("appointments", side.appointments());
    }

    void unexplained(List<String> sentences) {
        row("unexplained", sentences.size());
        sentences.stream().limit(MOST).forEach(sentence -> out.println("  " + sentence));
        if (sentences.size() > MOST) {
            out.printf("  and %d more%n", sentences.size() - MOST);
        }
    }

    /** The nearest rank: a value that was measured. */
    static long percentile(long[] sorted, int percent) {
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }

    private void row(String name, Object value) {
        out.printf("%-18s %s%n", name, value);
    }

    private static String counts(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining(", "));
    }
}
