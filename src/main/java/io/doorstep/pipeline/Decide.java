package io.doorstep.pipeline;

import io.doorstep.identity.Role;
import io.doorstep.pipeline.Definition.Stage;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges a move. Pure: the same definition, stage, command and circumstances give the same verdict. The only place that says yes. */
final class Decide {

    private Decide() {}

    /** What somebody wants. */
    sealed interface Command {
        String to();

        /** Along the map. */
        record Move(String to) implements Command {}

        /** Outside the map or in spite of a guard, by a role that may and with a reason. */
        record Override(String to, @Nullable Role role, String reason) implements Command {}
    }

    sealed interface Verdict {
        record Moved(MoveKind kind, Stage to, List<Check> checks) implements Verdict {}

        /** @param inMap whether the map has the transition at all; if so, the checks say what is missing */
        record Refused(@Nullable Stage to, boolean inMap, List<Check> checks) implements Verdict {}
    }

    static Verdict decide(Definition definition, String from, Command command, Circumstances known) {
        var target = definition.stage(command.to());
        if (target.isEmpty()) {
            return refused(null, "UNKNOWN_STAGE", "%s has no stage %s".formatted(definition.name(), command.to()));
        }
        var to = target.get();
        if (to.key().equals(from))
            return refused(to, "ELSEWHERE", "The deal stands in %s already".formatted(to.name()));
        return switch (command) {
            case Command.Move _ -> move(definition, from, to, known);
            case Command.Override override -> override(override, to);
        };
    }

    private static Verdict move(Definition definition, String from, Stage to, Circumstances known) {
        var transition = definition.transition(from, to.key());
        if (transition.isEmpty()) return refused(to, "IN_MAP", waysOut(definition, from));
        var checks = transition.get().guards().stream()
                .map(guard -> guard.check(known))
                .toList();
        return checks.stream().allMatch(Check::holds)
                ? new Verdict.Moved(MoveKind.TRANSITION, to, checks)
                : new Verdict.Refused(to, true, checks);
    }

    private static Verdict override(Command.Override override, Stage to) {
        if (!mayOverride(override.role()))
            return refused(to, "AUTHORITY", "Only an owner or admin of the agency may override");
        if (override.reason().isBlank()) return refused(to, "REASON", "An override needs a reason, kept in the record");
        return new Verdict.Moved(MoveKind.OVERRIDE, to, List.of());
    }

    static boolean mayOverride(@Nullable Role role) {
        return role != null && role.mayOverride();
    }

    private static String waysOut(Definition definition, String from) {
        var here = definition.require(from);
        var next = definition.from(from).stream()
                .map(edge -> definition.require(edge.to()).name())
                .collect(Collectors.joining(", "));
        return next.isEmpty()
                ? "%s is the end of a deal".formatted(here.name())
                : "From %s a deal goes to %s".formatted(here.name(), next);
    }

    private static Verdict refused(@Nullable Stage to, String key, String sentence) {
        return new Verdict.Refused(to, false, List.of(new Check(key, sentence, false, null)));
    }
}
