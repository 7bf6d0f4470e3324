package io.doorstep.question;

import io.doorstep.language.Question;
import io.doorstep.platform.Refusal;
import io.doorstep.platform.Refusal.Violation;
import io.doorstep.question.PlannedQuestion.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whether a plan can be kept: every question known and once, none of them steering, and the lead reachable in the end. */
final class CheckPlan {

    private static final int MOST_WORDS = 50;
    private static final int LONGEST_WORD = 60;

    private final List<Violation> violations = new ArrayList<>();

    private CheckPlan() {}

    /** @throws io.doorstep.platform.Refused invalid, naming every field that is wrong */
    static void of(QuestionPlan plan) {
        var check = new CheckPlan();
        plan.lists().forEach((track, list) -> check.list("lists." + track, track, list));
        check.handoverWords(plan.handoverWords());
        if (!check.violations.isEmpty()) {
            var first = check.violations.getFirst();
            throw new Refusal.Invalid("invalid", first.field() + " " + first.message(), check.violations).asException();
        }
    }

    private void list(String field, Track track, List<PlannedQuestion> list) {
        var allowed = Catalogue.of(track);
        var questions = list.stream().map(PlannedQuestion::question).toList();
        if (questions.stream().distinct().count() != questions.size())
            wrong(field, "has a question twice; ask it once.");
        for (int at = 0; at < list.size(); at++) {
            var planned = list.get(at);
            var here = field + "[" + at + "]";
            if (!allowed.contains(planned.question())) {
                wrong(here + ".question", planned.question() + " is not asked of this kind of lead.");
            }
            if (planned.question() == Question.CONTACT) contact(here, planned);
            condition(here + ".when", planned.when());
            Stream.ofNullable(planned.english()).forEach(words -> wording(here + ".english", words));
            Stream.ofNullable(planned.spanish()).forEach(words -> wording(here + ".spanish", words));
        }
    }

    private void contact(String here, PlannedQuestion planned) {
        if (!planned.on() || planned.need() != Need.REQUIRED || planned.when() != null) {
            wrong(here, "stays required and without a condition: a lead without phone and e-mail can't be answered.");
        }
    }

    private void condition(String field, @org.jspecify.annotations.Nullable Condition when) {
        if (when == null) return;
        if (!Catalogue.isFactKey(when.key())) wrong(field + ".key", "is no fact that a question is answered by.");
        var compares = when.test() == Condition.Test.IS || when.test() == Condition.Test.IS_NOT;
        var value = when.value();
        if (compares == (value == null || value.isBlank())) {
            wrong(
                    field + ".value",
                    compares
                            ? "is missing; say what the fact is compared with."
                            : "is not compared here; leave it out.");
        }
        if (value != null && value.length() > LONGEST_WORD) wrong(field + ".value", "is longer than any fact.");
    }

    private void wording(String field, String words) {
        Wording.objectionTo(words).ifPresent(objection -> wrong(field, objection));
    }

    private void handoverWords(List<String> words) {
        if (words.size() > MOST_WORDS) wrong("handoverWords", "takes %d at most.".formatted(MOST_WORDS));
        for (int at = 0; at < words.size(); at++) {
            var word = words.get(at);
            if (word.isBlank()
                    || word.length() > LONGEST_WORD
                    || word.codePoints().noneMatch(Character::isLetterOrDigit)) {
                wrong(
                        "handoverWords[" + at + "]",
                        "is a word or a phrase of up to %d characters.".formatted(LONGEST_WORD));
            }
        }
    }

    private void wrong(String field, String message) {
        violations.add(new Violation(field, message));
    }
}
