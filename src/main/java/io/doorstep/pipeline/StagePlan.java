package io.doorstep.pipeline;

import io.doorstep.pipeline.Definition.Stage;
import io.doorstep.pipeline.NextAction.Kind;
import io.doorstep.pipeline.NextAction.Plan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What comes next when a deal enters a stage, until somebody plans something better. Pure. */
final class StagePlan {

    private static final Duration ASSISTANT_TURN = Duration.ofHours(1);
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int NURTURE_DAYS = 30;

    private record Habit(Kind kind, String title, Duration within) {}

    private static final Habit OTHER = new Habit(Kind.CALL, "Weekly status call", Duration.ofDays(7));

    private static final Map<String, Habit> HABITS = Map.ofEntries(
            Map.entry("NEW", new Habit(Kind.CALL, "First call", Duration.ofMinutes(5))),
            Map.entry("CONTACTED", new Habit(Kind.CALL, "Call again", Duration.ofDays(1))),
            Map.entry("QUALIFIED", new Habit(Kind.BOOK, "Book a viewing", Duration.ofHours(4))),
            Map.entry("MET", new Habit(Kind.DOCUMENT, "Send the agreement", Duration.ofDays(1))),
            Map.entry("AGREEMENT_SIGNED", new Habit(Kind.BOOK, "Plan the first tour", Duration.ofDays(1))),
            Map.entry("LISTING_AGREEMENT", new Habit(Kind.DOCUMENT, "Prepare the listing", Duration.ofDays(2))),
            Map.entry("OFFER", new Habit(Kind.CALL, "Follow the offer up", Duration.ofDays(1))),
            Map.entry("UNDER_CONTRACT", new Habit(Kind.DOCUMENT, "Check the closing steps", Duration.ofDays(3))),
            Map.entry("VIEWED", new Habit(Kind.CALL, "Call after the viewing", Duration.ofDays(1))),
            Map.entry("APPLICATION", new Habit(Kind.DOCUMENT, "Check the application", Duration.ofDays(2))),
            Map.entry("APPROVED", new Habit(Kind.DOCUMENT, "Get the lease signed", Duration.ofDays(2))));

    private StagePlan() {}

    /**
     * @param appointment the lead's next appointment
     * @param zone the agency's, in which a day begins
     */
    static Plan entering(
            Stage stage,
            Actor actor,
            Optional<Instant> appointment,
            @Nullable LocalDate nurtureUntil,
            Instant now,
            ZoneId zone) {
        if (stage.kind() == Definition.StageKind.NURTURE) {
            var until = nurtureUntil == null ? now.atZone(zone).toLocalDate().plusDays(NURTURE_DAYS) : nurtureUntil;
            return new Plan(
                    Kind.WAIT, "Wake up", until.atTime(MORNING).atZone(zone).toInstant());
        }
        if (stage.key().equals("APPOINTMENT_SET") || stage.key().equals("VIEWING_SET")) {
            return appointment
                    .map(start -> new Plan(Kind.MEET, "Meet and record the outcome", start))
                    .orElseGet(() -> new Plan(Kind.BOOK, "Book the appointment", now.plus(Duration.ofHours(4))));
        }
        if (actor.kind() == Actor.Kind.ASSISTANT
                && (stage.initial() || stage.key().equals("CONTACTED"))) {
            return new Plan(Kind.ASSISTANT, "Assistant is asking", now.plus(ASSISTANT_TURN));
        }
        var habit = HABITS.getOrDefault(stage.key(), OTHER);
        return new Plan(habit.kind, habit.title, now.plus(habit.within));
    }
}
