package io.doorstep.question;

import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.EntityTag;
import io.doorstep.language.Language;
import io.doorstep.language.LocalEngine;
import io.doorstep.language.Question;
import io.doorstep.language.Speech;
import io.doorstep.language.Voice;
import io.doorstep.platform.Refusal;
import io.doorstep.question.PlannedQuestion.Need;
import io.doorstep.tenancy.audit.AuditLog;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the agency asks its leads. */
@RestController
@RequestMapping("/api/settings/questions")
@Tag(name = "settings")
class QuestionSettingsController {

    private static final int MOST = 30;

    private final QuestionPlans plans;
    private final LocalEngine engine = new LocalEngine();

    private final AuditLog audit;

    QuestionSettingsController(QuestionPlans plans, AuditLog audit) {
        this.plans = plans;
        this.audit = audit;
    }

    /** @param unsaid the kind that a lead counts as who does not say it */
    record QuestionSettings(int version, Track unsaid, List<QuestionList> lists, List<String> handoverWords) {}

    record QuestionList(Track track, List<QuestionLine> questions) {}

    /**
     * @param english the agency's own words; null for the standard ones
     * @param standardEnglish what the assistant asks otherwise
     * @param fixed can't be switched off
     */
    record QuestionLine(
            Question question,
            String label,
            boolean on,
            Need need,
            @Nullable Condition when,
            @Nullable String english,
            @Nullable String spanish,
            String standardEnglish,
            String standardSpanish,
            boolean fixed) {}

    record QuestionChange(
            @NotNull Track unsaid,

            @NotNull @Size(max = 4, message = "are four at most, one for each kind of lead")
            List<@Valid @NotNull ListChange> lists,

            @NotNull @Size(max = 50, message = "takes 50 at most")
            List<@NotNull String> handoverWords) {}

    record ListChange(
            @NotNull Track track, @NotNull @Size(max = MOST) List<@Valid @NotNull LineChange> questions) {}

    record LineChange(
            @NotNull Question question,
            boolean on,
            @NotNull Need need,
            @Valid @Nullable ConditionChange when,
            @Nullable String english,
            @Nullable String spanish) {}

    @Schema(name = "ConditionChange")
    record ConditionChange(
            @NotNull String key,
            @NotNull Condition.Test test,
            @Nullable String value) {}

    @GetMapping
    ResponseEntity<QuestionSettings> questionSettings() {
        return answer(plans.current());
    }

    @PutMapping
    @Transactional
    ResponseEntity<QuestionSettings> updateQuestions(
            @AuthenticationPrincipal CurrentMember current,
            @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @RequestBody QuestionChange change) {
        current.requireAdmin();
        var plan = planOf(change, EntityTag.version(ifMatch) + 1);
        CheckPlan.of(plan);
        if (!plans.add(plan, current.memberId())) {
            throw new Refusal.Conflict(
                            "stale-version",
                            "Someone else changed the questions meanwhile. Reload and change again.",
                            Map.of("version", plans.current().version()))
                    .asException();
        }
        audit.record(
                "questions.changed", "questions", Integer.toString(plan.version()), Map.of("version", plan.version()));
        return answer(plan);
    }

    private static QuestionPlan planOf(QuestionChange change, int version) {
        var lists = new EnumMap<Track, List<PlannedQuestion>>(Track.class);
        for (var list : change.lists()) {
            var questions = list.questions().stream()
                    .map(QuestionSettingsController::planned)
                    .toList();
            if (lists.put(list.track(), questions) != null) {
                throw Refusal.Invalid.field(
                                "lists", "have one for each kind of lead; " + list.track() + " is there twice.")
                        .asException();
            }
        }
        var words =
                change.handoverWords().stream().map(String::strip).distinct().toList();
        return new QuestionPlan(version, change.unsaid(), lists, words);
    }

    private static PlannedQuestion planned(LineChange line) {
        var when = line.when();
        return new PlannedQuestion(
                line.question(),
                line.on(),
                line.need(),
                when == null ? null : new Condition(when.key(), when.test(), when.value()),
                words(line.english()),
                words(line.spanish()));
    }

    private static @Nullable String words(@Nullable String own) {
        return own == null || own.isBlank() ? null : own.strip();
    }

    private ResponseEntity<QuestionSettings> answer(QuestionPlan plan) {
        var lists = java.util.Arrays.stream(Track.values())
                .map(track -> new QuestionList(
                        track, plan.list(track).stream().map(this::line).toList()))
                .toList();
        return ResponseEntity.ok()
                .eTag(EntityTag.of(plan.version()))
                .body(new QuestionSettings(plan.version(), plan.unsaid(), lists, plan.handoverWords()));
    }

    private QuestionLine line(PlannedQuestion planned) {
        var question = planned.question();
        return new QuestionLine(
                question,
                Catalogue.label(question),
                planned.on(),
                planned.need(),
                planned.when(),
                planned.english(),
                planned.spanish(),
                standard(question, Language.ENGLISH),
                standard(question, Language.SPANISH),
                question == Question.CONTACT);
    }

    private String standard(Question question, Language language) {
        return engine.phrase(new Speech.Ask(question), new Voice("", "", language, ZoneOffset.UTC, "USD"));
    }
}
