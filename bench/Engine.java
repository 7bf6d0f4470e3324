import io.doorstep.language.DialogueContext;
import io.doorstep.language.LocalEngine;
import io.doorstep.language.Speaker;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The built-in engine alone, on one thread: processor time of understanding one message with the talk before it.
 * {@code java -cp ... Engine.java TALKS ROUNDS}; prints the milliseconds of each message of the second half, one a line.
 */
class Engine {

    public static void main(String[] args) throws Exception {
        var talks = Files.readString(Path.of(args[0])).strip().split("\n\n");
        int rounds = Integer.parseInt(args[1]);
        var engine = new LocalEngine();
        var clock = ManagementFactory.getThreadMXBean();
        for (int round = 0; round < rounds; round++) {
            for (var talk : talks) {
                var history = new ArrayList<DialogueContext.Turn>();
                for (var line : talk.split("\n")) {
                    var context = context(history);
                    long before = clock.getCurrentThreadCpuTime();
                    engine.understand(line, context);
                    long nanos = clock.getCurrentThreadCpuTime() - before;
                    if (round >= rounds / 2) System.out.printf("%.3f%n", nanos / 1e6);
                    history.add(new DialogueContext.Turn(Speaker.LEAD, line));
                    history.add(new DialogueContext.Turn(Speaker.ASSISTANT, "Thank you. Which area do you have in mind?"));
                }
            }
        }
    }

    private static DialogueContext context(List<DialogueContext.Turn> history) {
        return new DialogueContext(
                history,
                null,
                List.of(),
                Map.of(),
                LocalDate.of(2026, 5, 13),
                ZoneId.of("America/Chicago"),
                "USD",
                List.of("Oak Hill", "Zilker", "Downtown"),
                List.of());
    }
}
