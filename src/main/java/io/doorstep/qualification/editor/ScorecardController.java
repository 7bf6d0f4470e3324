package io.doorstep.qualification.editor;

import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.EntityTag;
import io.doorstep.identity.MemberRef;
import io.doorstep.platform.Cursor;
import io.doorstep.qualification.Condition;
import io.doorstep.qualification.Criterion;
import io.doorstep.qualification.Facts;
import io.doorstep.qualification.Known;
import io.doorstep.qualification.Scorecards;
import io.doorstep.qualification.editor.Drafts.Draft;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The scorecard of the agency: read by all, changed by owners and admins. */
@RestController
@RequestMapping("/api/settings/scorecard")
@Tag(name = "settings")
class ScorecardController {

    private static final int VERSIONS = 50;

    private final Scorecards scorecards;
    private final Drafts drafts;
    private final Rescorings rescorings;
    private final Facts facts;
    private final PreviewScorecard preview;
    private final PublishScorecard publish;
    private final TransactionTemplate transaction;

    ScorecardController(
            Scorecards scorecards,
            Drafts drafts,
            Rescorings rescorings,
            Facts facts,
            PreviewScorecard preview,
            PublishScorecard publish,
            TransactionTemplate transaction) {
        this.scorecards = scorecards;
        this.drafts = drafts;
        this.rescorings = rescorings;
        this.facts = facts;
        this.preview = preview;
        this.publish = publish;
        this.transaction = transaction;
    }

    /**
     * @param versions the newest first; the first one stands
     * @param revision what an edit must name in {@code If-Match}
     */
    record ScorecardSettings(
            int revision,
            List<VersionView> versions,
            @Nullable DraftView draft,
            @Nullable RescoringView rescoring,
            ScorecardChoices choices) {}

    @Schema(name = "ScorecardVersion")
    record VersionView(
            int version,
            @Nullable MemberRef by,
            Instant at,
            @Nullable String note,
            Terms terms) {}

    @Schema(name = "ScorecardDraft")
    record DraftView(Terms terms, MemberRef by, Instant at) {}

    /** @param left how many leads still stand under an older version; {@code moved} how many changed grade so far */
    @Schema(name = "Rescoring")
    record RescoringView(
            int version,
            int total,
            int left,
            int moved,
            Instant startedAt,
            @Nullable Instant finishedAt) {}

    /** What a scorecard can be made of. */
    record ScorecardChoices(
            List<CriterionChoice> criteria, List<KnownChoice> known, List<ConditionChoice> conditions) {}

    /** @param reads the facts that may move its points, and no others */
    record CriterionChoice(Criterion key, String label, List<String> reads) {}

    record KnownChoice(Known key, String label) {}

    record ConditionChoice(Condition key, String label) {}

    record Publication(
            @NotNull @Valid Terms terms,
            @Nullable @Size(max = 500) String note) {}

    @GetMapping
    ResponseEntity<ScorecardSettings> scorecard() {
        var settings = transaction.execute(_ -> read());
        return ResponseEntity.ok().eTag(EntityTag.of(settings.revision)).body(settings);
    }

    @PutMapping("/draft")
    ResponseEntity<ScorecardSettings> keepScorecardDraft(
            @AuthenticationPrincipal CurrentMember current,
            @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @RequestBody Terms terms) {
        current.requireAdmin();
        publish.draft(EntityTag.version(ifMatch), terms.card(1), current.memberId());
        return scorecard();
    }

    @DeleteMapping("/draft")
    ResponseEntity<ScorecardSettings> dropScorecardDraft(
            @AuthenticationPrincipal CurrentMember current, @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
        current.requireAdmin();
        publish.draft(EntityTag.version(ifMatch), null, current.memberId());
        return scorecard();
    }

    /** Changes nothing: every member may try. */
    @PostMapping("/preview")
    PreviewScorecard.Preview previewScorecard(
            @Valid @RequestBody Terms terms, @RequestParam(required = false) @Nullable String cursor) {
        return preview.of(terms.card(1), Cursor.parse(cursor, 2));
    }

    @PostMapping("/versions")
    ResponseEntity<ScorecardSettings> publishScorecard(
            @AuthenticationPrincipal CurrentMember current,
            @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @RequestBody Publication publication) {
        current.requireAdmin();
        var note = Optional.ofNullable(publication.note).map(String::strip).filter(text -> !text.isEmpty());
        publish.publish(EntityTag.version(ifMatch), publication.terms.card(1), current.memberId(), note.orElse(null));
        return scorecard();
    }

    private ScorecardSettings read() {
        var draft = drafts.find();
        return new ScorecardSettings(
                draft.map(Draft::revision).orElse(0),
                scorecards.history(VERSIONS).stream()
                        .map(one -> new VersionView(
                                one.card().version(), one.by(), one.at(), one.note(), Terms.of(one.card())))
                        .toList(),
                draft.map(ScorecardController::draft).orElse(null),
                rescorings.newest().map(this::rescoring).orElse(null),
                choices());
    }

    private static @Nullable DraftView draft(Draft draft) {
        return draft.card() == null ? null : new DraftView(Terms.of(draft.card()), draft.by(), draft.at());
    }

    private RescoringView rescoring(Rescorings.Rescoring one) {
        return new RescoringView(
                one.version(),
                one.total(),
                one.finishedAt() == null ? facts.countToRescore(one.version()) : 0,
                one.moved(),
                one.startedAt(),
                one.finishedAt());
    }

    private static ScorecardChoices choices() {
        return new ScorecardChoices(
                Arrays.stream(Criterion.values())
                        .map(one -> new CriterionChoice(
                                one, one.label(), one.reads().stream().sorted().toList()))
                        .toList(),
                Arrays.stream(Known.values())
                        .map(one -> new KnownChoice(one, one.label()))
                        .toList(),
                Arrays.stream(Condition.values())
                        .map(one -> new ConditionChoice(one, one.label()))
                        .toList());
    }
}
