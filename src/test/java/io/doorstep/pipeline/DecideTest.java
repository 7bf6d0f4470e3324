package io.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.identity.Role;
import io.doorstep.pipeline.Decide.Command;
import io.doorstep.pipeline.Decide.Verdict;
import io.doorstep.pipeline.Definition.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecideTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 14);
    private static final Circumstances ALL_HOLDS = new Circumstances(
            true,
            List.of(),
            true,
            true,
            true,
            Set.of("BUYER_AGREEMENT"),
            65_000_000L,
            TODAY.plusDays(40),
            "Bought elsewhere",
            TODAY.plusDays(30),
            TODAY);
    private static final Circumstances NOTHING_HOLDS = new Circumstances(
            false, List.of("intent", "area"), false, false, false, Set.of(), null, null, null, null, TODAY);

    record Pair(Definition definition, String from, String to) {
        boolean inMap() {
            return definition.transition(from, to).isPresent();
        }

        @Override
        public String toString() {
            return "%s: %s to %s".formatted(definition.kind(), from, to);
        }
    }

    static Stream<Pair> everyPair() {
        return Stream.of(PipelineKind.values())
                .map(kind -> DefaultPipelines.of(kind, new UUID(0, kind.ordinal())))
                .flatMap(definition -> definition.stages().stream()
                        .flatMap(from ->
                                definition.stages().stream().map(to -> new Pair(definition, from.key(), to.key()))));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void a_pair_is_a_listed_transition_or_a_refusal_that_says_why(Pair pair) {
        var verdict = Decide.decide(pair.definition, pair.from, new Command.Move(pair.to), ALL_HOLDS);

        if (pair.inMap()) {
            assertThat(verdict).isInstanceOfSatisfying(Verdict.Moved.class, moved -> {
                assertThat(moved.kind()).isEqualTo(MoveKind.TRANSITION);
                assertThat(moved.to().key()).isEqualTo(pair.to);
            });
        } else {
            assertThat(verdict).isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
                assertThat(refused.inMap()).isFalse();
                assertThat(refused.checks()).isNotEmpty().noneMatch(Check::holds);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void a_listed_transition_with_unmet_guards_lists_each_with_a_mend(Pair pair) {
        var transition = pair.definition.transition(pair.from, pair.to);
        if (transition.isEmpty() || transition.get().guards().isEmpty()) return;

        var verdict = Decide.decide(pair.definition, pair.from, new Command.Move(pair.to), NOTHING_HOLDS);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
            assertThat(refused.inMap()).isTrue();
            assertThat(refused.checks())
                    .extracting(Check::key)
                    .containsExactlyElementsOf(
                            transition.get().guards().stream().map(Guard::name).toList());
            assertThat(refused.checks())
                    .allSatisfy(check -> assertThat(check.remedy()).isNotNull());
        });
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void an_override_reaches_every_other_stage_for_owners_and_admins_alone(Pair pair) {
        if (pair.from.equals(pair.to)) return;

        for (var role : Role.values()) {
            var verdict = override(pair, role, "Met at the open house");
            if (role.mayOverride()) assertThat(verdict).isInstanceOf(Verdict.Moved.class);
            else assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        }
        assertThat(override(pair, null, "The assistant thinks so")).isInstanceOf(Verdict.Refused.class);
        assertThat(override(pair, Role.OWNER, "  ")).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void a_stage_that_is_not_there_is_refused_even_as_an_override() {
        var definition = DefaultPipelines.of(PipelineKind.RENTAL, new UUID(0, 1));

        assertThat(Decide.decide(definition, "NEW", new Command.Override("OFFER", Role.OWNER, "because"), ALL_HOLDS))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void some_guards_held_show_a_tick_beside_the_cross() {
        var definition = DefaultPipelines.of(PipelineKind.BUYER, new UUID(0, 1));
        var reachableOnly =
                new Circumstances(true, List.of(), true, false, false, Set.of(), null, null, null, null, TODAY);

        var verdict = (Verdict.Refused)
                Decide.decide(definition, "QUALIFIED", new Command.Move("APPOINTMENT_SET"), reachableOnly);

        assertThat(verdict.checks()).extracting(Check::holds).containsExactly(true, false);
        assertThat(verdict.checks().getLast().sentence()).isEqualTo("An appointment in the future");
    }

    @Test
    void a_date_of_today_is_no_date_to_come_back_on() {
        var definition = DefaultPipelines.of(PipelineKind.BUYER, new UUID(0, 1));
        var today = new Circumstances(true, List.of(), true, true, true, Set.of(), null, null, null, TODAY, TODAY);

        assertThat(Decide.decide(definition, "NEW", new Command.Move("NURTURE"), today))
                .isInstanceOf(Verdict.Refused.class);
    }

    private static Verdict override(Pair pair, @Nullable Role role, String reason) {
        return Decide.decide(pair.definition, pair.from, new Command.Override(pair.to, role, reason), NOTHING_HOLDS);
    }

    @Test
    void the_default_pipelines_can_be_published() {
        for (var kind : PipelineKind.values()) {
            assertThat(DefinitionFault.of(DefaultPipelines.of(kind, new UUID(0, 1))))
                    .isEmpty();
        }
    }

    @Test
    void each_fault_of_a_definition_has_its_sentence() {
        var whole = DefaultPipelines.of(PipelineKind.RENTAL, new UUID(0, 1));

        assertThat(faults(
                        whole,
                        whole.stages().stream()
                                .map(s -> new Stage(s.key(), s.name(), s.position(), s.kind(), false))
                                .toList(),
                        whole.transitions()))
                .anyMatch(fault -> fault.contains("exactly one stage"));
        assertThat(faults(
                        whole,
                        whole.stages().stream()
                                .filter(s -> s.kind() != Definition.StageKind.WON)
                                .toList(),
                        whole.transitions()))
                .contains("A won stage is missing.", "There is no stage WON.");
        assertThat(faults(
                        whole,
                        whole.stages(),
                        whole.transitions().stream()
                                .filter(t -> !t.to().equals("VIEWED"))
                                .toList()))
                .contains("Viewed can't be reached: no transition leads into it.");
        assertThat(faults(
                        whole,
                        whole.stages(),
                        whole.transitions().stream()
                                .filter(t -> !t.from().equals("NURTURE"))
                                .toList()))
                .contains("From Nurture no end can be reached.");
        assertThat(faults(
                        whole,
                        whole.stages(),
                        Stream.concat(whole.transitions().stream(), whole.from("NEW").stream())
                                .toList()))
                .anyMatch(fault -> fault.contains("stands there twice"));
        assertThat(faults(
                        whole,
                        whole.stages(),
                        Stream.concat(
                                        whole.transitions().stream(),
                                        Stream.of(new Definition.Transition("LOST", "NEW", List.of())))
                                .toList()))
                .contains("Lost is an end: nothing may lead out of it.");
    }

    private static List<String> faults(Definition whole, List<Stage> stages, List<Definition.Transition> transitions) {
        return DefinitionFault.of(
                new Definition(whole.pipelineId(), whole.kind(), whole.name(), whole.version(), stages, transitions));
    }
}
