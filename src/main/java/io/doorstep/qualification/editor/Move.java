package io.doorstep.qualification.editor;

import io.doorstep.qualification.Criterion;
import io.doorstep.qualification.Grade;
import io.doorstep.qualification.Qualification;
import io.doorstep.qualification.Qualification.Contribution;
import io.doorstep.qualification.Qualification.Limit;
import io.doorstep.qualification.Scorecard;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What another scorecard makes of the same facts, and why. Pure. */
record Move(Qualification before, Qualification after) {

    /** @param points what this part adds or takes; 0 for a rule or a band */
    @Schema(name = "ScoreChange")
    record Why(String text, int points) {}

    boolean changesGrade() {
        return before.grade() != after.grade();
    }

    boolean changesScore() {
        return before.score() != after.score();
    }

    /** The largest change of points first, then rules, then bands. */
    List<Why> why(Scorecard was, Scorecard is) {
        var reasons = new ArrayList<>(points());
        reasons.addAll(rules());
        if (reasons.isEmpty()) reasons.addAll(bands(was, is));
        return List.copyOf(reasons);
    }

    private List<Why> points() {
        var former = byCriterion(before);
        var now = byCriterion(after);
        List<Why> reasons = new ArrayList<>();
        for (var criterion : Criterion.values()) {
            int from = points(former, criterion);
            int to = points(now, criterion);
            if (from == to) continue;
            var line = now.containsKey(criterion) ? now.get(criterion) : former.get(criterion);
            var reason = line == null ? "" : ", " + line.reason();
            reasons.add(new Why("%s %d, was %d%s".formatted(criterion.label(), to, from, reason), to - from));
        }
        reasons.sort((one, other) -> Math.abs(other.points()) - Math.abs(one.points()));
        return reasons;
    }

    private List<Why> rules() {
        var former = reasons(before);
        var now = reasons(after);
        List<Why> reasons = new ArrayList<>();
        now.stream().filter(reason -> !former.contains(reason)).forEach(reason -> reasons.add(new Why(reason, 0)));
        former.stream()
                .filter(reason -> !now.contains(reason))
                .forEach(reason -> reasons.add(new Why("No longer: " + reason, 0)));
        return reasons;
    }

    /** Same points, same rules: then a band begins elsewhere. */
    private List<Why> bands(Scorecard was, Scorecard is) {
        List<Why> reasons = new ArrayList<>();
        for (var grade : List.of(Grade.HOT, Grade.WARM, Grade.NURTURE)) {
            int from = was.begins(grade);
            int to = is.begins(grade);
            boolean crossed = (before.score() >= from) != (after.score() >= to);
            if (crossed) reasons.add(new Why("%s begins at %d, was %d".formatted(grade.word(), to, from), 0));
        }
        return reasons;
    }

    private static int points(Map<Criterion, Contribution> lines, Criterion criterion) {
        var line = lines.get(criterion);
        return line == null ? 0 : line.points();
    }

    private static Map<Criterion, Contribution> byCriterion(Qualification given) {
        return given.contributions().stream().collect(Collectors.toMap(Contribution::criterion, Function.identity()));
    }

    private static HashSet<String> reasons(Qualification given) {
        return given.limits().stream().map(Limit::reason).collect(Collectors.toCollection(HashSet::new));
    }
}
