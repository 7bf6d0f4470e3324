package io.doorstep.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One published version of an agency's pipeline. Immutable: editing makes a new version. */
public record Definition(
        UUID pipelineId,
        PipelineKind kind,
        String name,
        int version,
        List<Stage> stages,
        List<Transition> transitions) {

    public enum StageKind {
        OPEN,
        NURTURE,
        WON,
        LOST;

        public boolean terminal() {
            return this == WON || this == LOST;
        }
    }

    public record Stage(String key, String name, int position, StageKind kind, boolean initial) {}

    public record Transition(String from, String to, List<Guard> guards) {

        public Transition {
            guards = List.copyOf(guards);
        }
    }

    public Definition {
        stages = List.copyOf(stages);
        transitions = List.copyOf(transitions);
    }

    public Optional<Stage> stage(String key) {
        return stages.stream().filter(stage -> stage.key().equals(key)).findFirst();
    }

    /** @throws IllegalArgumentException for a stage that this version does not have */
    public Stage require(String key) {
        return stage(key).orElseThrow(() -> new IllegalArgumentException("%s has no stage %s".formatted(name, key)));
    }

    public Stage initial() {
        return stages.stream().filter(Stage::initial).findFirst().orElseThrow();
    }

    public Optional<Transition> transition(String from, String to) {
        return from(from).stream().filter(edge -> edge.to().equals(to)).findFirst();
    }

    public List<Transition> from(String key) {
        return transitions.stream().filter(edge -> edge.from().equals(key)).toList();
    }
}
