package io.doorstep.pipeline;

import io.doorstep.pipeline.Definition.Stage;
import io.doorstep.pipeline.Definition.StageKind;
import io.doorstep.pipeline.Definition.Transition;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Why a definition can't be published. Each rule says which stages or transitions break it, in its own sentence. */
enum DefinitionFault {
    ONE_START(DefinitionFault::startsNotOnce),
    WON_AND_LOST(DefinitionFault::endsMissing),
    STAGES_KNOWN(DefinitionFault::unknownStages),
    NO_DUPLICATES(DefinitionFault::duplicates),
    ALL_REACHED(DefinitionFault::unreachable),
    ALL_END(DefinitionFault::deadEnds),
    ENDS_FINAL(DefinitionFault::wayOutOfEnd);

    private final Function<Definition, Stream<String>> objections;

    DefinitionFault(Function<Definition, Stream<String>> objections) {
        this.objections = objections;
    }

    /** Empty when the definition may be published. */
    static List<String> of(Definition definition) {
        return Stream.of(values())
                .flatMap(fault -> fault.objections.apply(definition))
                .toList();
    }

    private static Stream<String> startsNotOnce(Definition definition) {
        long starts = definition.stages().stream().filter(Stage::initial).count();
        return starts == 1
                ? Stream.empty()
                : Stream.of("A pipeline starts in exactly one stage, this one in %d.".formatted(starts));
    }

    private static Stream<String> endsMissing(Definition definition) {
        return Stream.of(StageKind.WON, StageKind.LOST)
                .filter(kind -> definition.stages().stream().noneMatch(stage -> stage.kind() == kind))
                .map(kind -> "A %s stage is missing.".formatted(kind.name().toLowerCase(Locale.ROOT)));
    }

    private static Stream<String> unknownStages(Definition definition) {
        return definition.transitions().stream()
                .flatMap(edge -> Stream.of(edge.from(), edge.to()))
                .filter(key -> definition.stage(key).isEmpty())
                .distinct()
                .map(key -> "There is no stage %s.".formatted(key));
    }

    private static Stream<String> duplicates(Definition definition) {
        var seen = new HashSet<String>();
        var stages = definition.stages().stream()
                .map(Stage::key)
                .filter(key -> !seen.add(key))
                .map(key -> "Stage %s stands there twice.".formatted(key));
        var edges = definition.transitions().stream()
                .map(edge -> edge.from() + " to " + edge.to())
                .filter(edge -> !seen.add(edge))
                .map(edge -> "The transition %s stands there twice.".formatted(edge));
        return Stream.concat(stages, edges);
    }

    private static Stream<String> unreachable(Definition definition) {
        var starts = definition.stages().stream()
                .filter(Stage::initial)
                .map(Stage::key)
                .toList();
        var reached = closure(starts, key -> definition.from(key).stream().map(Transition::to));
        return definition.stages().stream()
                .filter(stage -> !reached.contains(stage.key()))
                .map(stage -> "%s can't be reached: no transition leads into it.".formatted(stage.name()));
    }

    private static Stream<String> deadEnds(Definition definition) {
        var ends = definition.stages().stream()
                .filter(stage -> stage.kind().terminal())
                .map(Stage::key)
                .toList();
        var ending = closure(
                ends,
                key -> definition.transitions().stream()
                        .filter(edge -> edge.to().equals(key))
                        .map(Transition::from));
        return definition.stages().stream()
                .filter(stage -> !ending.contains(stage.key()))
                .map(stage -> "From %s no end can be reached.".formatted(stage.name()));
    }

    private static Stream<String> wayOutOfEnd(Definition definition) {
        return definition.stages().stream()
                .filter(stage -> stage.kind().terminal())
                .filter(stage -> !definition.from(stage.key()).isEmpty())
                .map(stage -> "%s is an end: nothing may lead out of it.".formatted(stage.name()));
    }

    private static Set<String> closure(List<String> from, Function<String, Stream<String>> next) {
        var found = new HashSet<>(from);
        var open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            next.apply(open.remove()).filter(found::add).forEach(open::add);
        }
        return found;
    }
}
