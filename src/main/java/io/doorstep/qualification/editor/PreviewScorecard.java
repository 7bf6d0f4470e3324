package io.doorstep.qualification.editor;

import io.doorstep.lead.LeadName;
import io.doorstep.platform.Cursor;
import io.doorstep.qualification.Facts;
import io.doorstep.qualification.Grade;
import io.doorstep.qualification.GradeRef;
import io.doorstep.qualification.Qualification;
import io.doorstep.qualification.Scorecard;
import io.doorstep.qualification.Scorecards;
import io.doorstep.qualification.Scoring;
import io.doorstep.qualification.editor.ScoredLeads.Face;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries a scorecard on the agency's own leads, the newest first, and changes nothing. Facts are read a batch per transaction and scored
 * outside of it.
 */
@Component
class PreviewScorecard {

    private static final int BATCH = 500;
    private static final int PAGE = 25;

    private static final Comparator<Found> ORDER =
            Comparator.<Found>comparingInt(Found::place).thenComparing(Found::lead);

    private final Scorecards scorecards;
    private final Facts facts;
    private final ScoredLeads leads;
    private final TransactionTemplate transaction;
    private final int most;

    /** @param most how many leads are judged; a preview says so where there are more */
    PreviewScorecard(
            Scorecards scorecards,
            Facts facts,
            ScoredLeads leads,
            TransactionTemplate transaction,
            @Value("${doorstep.scorecard.preview-leads:5000}") int most) {
        this.scorecards = scorecards;
        this.facts = facts;
        this.leads = leads;
        this.transaction = transaction;
        this.most = most;
    }

    /**
     * @param judged how many leads were tried, of so many {@code leads} with a score
     * @param moving how many change grade; {@code scoreOnly} how many keep it with another score
     */
    @Schema(name = "ScorecardPreview")
    record Preview(
            int judged,
            int leads,
            int moving,
            int scoreOnly,
            List<GradeCount> grades,
            List<Mover> movers,
            @Nullable String nextCursor) {}

    record GradeCount(Grade grade, int before, int after) {}

    /** @param byHand whether a member's grade stands, which publishing does not change */
    @Schema(name = "ScorecardMover")
    record Mover(
            UUID leadId,
            String name,
            String initials,
            GradeRef before,
            GradeRef after,
            boolean byHand,
            List<Move.Why> why) {}

    private record Found(UUID lead, Move move) {
        /** Who comes into or falls out of the best grade first, and there the widest move. */
        int place() {
            int best = Math.min(
                    move.before().grade().ordinal(), move.after().grade().ordinal());
            return best * 1000 - Math.abs(move.after().score() - move.before().score());
        }
    }

    Preview of(Scorecard wanted, @Nullable Cursor after) {
        var current = transaction.execute(_ -> scorecards.current());
        int all = transaction.<Integer>execute(_ -> leads.count());
        Map<Grade, Integer> before = new EnumMap<>(Grade.class);
        Map<Grade, Integer> then = new EnumMap<>(Grade.class);
        List<Found> movers = new ArrayList<>();
        int judged = 0;
        int scoreOnly = 0;
        UUID from = null;
        while (judged < most) {
            var batch = batch(from, Math.min(BATCH, most - judged));
            if (batch.isEmpty()) break;
            var known = facts.current(batch);
            for (var lead : batch) {
                var hers = known.getOrDefault(lead, Map.of());
                var move = new Move(Scoring.score(current, hers), Scoring.score(wanted, hers));
                before.merge(move.before().grade(), 1, Integer::sum);
                then.merge(move.after().grade(), 1, Integer::sum);
                if (move.changesGrade()) movers.add(new Found(lead, move));
                else if (move.changesScore()) scoreOnly++;
            }
            judged += batch.size();
            from = batch.getLast();
        }
        movers.sort(ORDER);
        var page = movers.stream()
                .filter(found -> isAfter(found, after))
                .limit(PAGE + 1)
                .toList();
        var shown = page.subList(0, Math.min(PAGE, page.size()));
        var last = page.size() > PAGE ? shown.getLast() : null;
        return new Preview(
                judged,
                all,
                movers.size(),
                scoreOnly,
                counts(before, then),
                described(shown, current, wanted),
                last == null ? null : Cursor.of(last.place(), last.lead()));
    }

    private List<UUID> batch(@Nullable UUID from, int size) {
        return transaction.execute(_ -> leads.newest(from, size));
    }

    private static boolean isAfter(Found found, @Nullable Cursor after) {
        if (after == null) return true;
        int place = Integer.parseInt(after.keys().getFirst());
        return found.place() > place
                || found.place() == place
                        && found.lead().compareTo(UUID.fromString(after.keys().getLast())) > 0;
    }

    private static List<GradeCount> counts(Map<Grade, Integer> before, Map<Grade, Integer> after) {
        List<GradeCount> counts = new ArrayList<>();
        for (var grade : Grade.values()) {
            counts.add(new GradeCount(grade, before.getOrDefault(grade, 0), after.getOrDefault(grade, 0)));
        }
        return counts;
    }

    private List<Mover> described(List<Found> shown, Scorecard was, Scorecard is) {
        var wanted = shown.stream().map(Found::lead).toList();
        var faces = transaction.execute(_ -> leads.faces(wanted)).stream()
                .collect(Collectors.toMap(Face::lead, Function.identity()));
        return shown.stream()
                .flatMap(found ->
                        Stream.ofNullable(faces.get(found.lead())).map(face -> mover(face, found.move(), was, is)))
                .toList();
    }

    private static Mover mover(Face face, Move move, Scorecard was, Scorecard is) {
        var name = LeadName.of(face.name());
        return new Mover(
                face.lead(),
                name.shown(),
                name.initials(),
                ref(move.before()),
                ref(move.after()),
                face.byHand(),
                move.why(was, is));
    }

    private static GradeRef ref(Qualification given) {
        return new GradeRef(given.score(), given.grade(), false);
    }
}
