package io.doorstep.desk;

import io.doorstep.booking.AppointmentView;
import io.doorstep.conversation.Channel;
import io.doorstep.conversation.ConversationState;
import io.doorstep.identity.MemberRef;
import io.doorstep.lead.ContactKind;
import io.doorstep.pipeline.PipelineKind;
import io.doorstep.qualification.Grade;
import io.doorstep.qualification.Raise;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that is known about one lead, but for the timeline. */
record LeadView(
        UUID id,
        @Nullable String name,
        String initials,
        String displayName,
        List<ContactView> contactPoints,
        String source,
        @Nullable String page,
        Instant createdAt,
        @Nullable MemberRef owner,
        @Nullable String timeZone,
        boolean synthetic,
        List<ConsentView> consents,
        @Nullable QualificationView qualification,
        List<FactView> facts,
        List<StillToAsk> stillToAsk,
        List<DealView> deals,
        List<AppointmentView> appointments,
        List<ConversationRef> conversations) {

    @Schema(name = "ContactPoint")
    record ContactView(ContactKind kind, String value, String display) {}

    /**
     * @param grade the one that stands: by hand, else the machine's
     * @param limits what holds the machine's grade below the band of the score
     * @param raises what to learn next, the most helpful first
     */
    @Schema(name = "Qualification")
    record QualificationView(
            int score,
            Grade grade,
            Grade machineGrade,
            int scorecardVersion,
            Instant at,
            List<ContributionView> contributions,
            List<LimitView> limits,
            List<Raise> raises,
            Bands bands,
            @Nullable OverrideView override,
            @Nullable ChanceView chance) {}

    /** @param probability 0 to 1, estimated from so many {@code closed} deals, {@code won} of them won */
    @Schema(name = "Chance")
    record ChanceView(double probability, int closed, int won, double brier) {}

    /** Where each grade begins under the version that gave the score. */
    @Schema(name = "GradeBands")
    record Bands(int hot, int warm, int nurture) {}

    @Schema(name = "GradeLimit")
    record LimitView(Grade to, String reason, @Nullable UUID factId) {}

    @Schema(name = "GradeOverride")
    record OverrideView(
            Grade grade,
            String reason,
            MemberRef by,
            Instant at,
            @Nullable Instant until) {}

    @Schema(name = "Contribution")
    record ContributionView(
            String criterion,
            String label,
            int points,
            int outOf,
            String reason,
            @Nullable String factKey,
            @Nullable String quote,
            @Nullable UUID messageId,
            @Nullable Instant at) {}

    record ConversationRef(UUID id, Channel channel, ConversationState state) {}

    record DealView(
            UUID id,
            int version,
            PipelineRef pipeline,
            String stage,
            String stageName,
            Instant stageSince,
            @Nullable Long valueMinor,
            String currency,
            boolean open,
            MemberRef owner,
            @Nullable DealAction nextAction,
            List<DealStep> steps) {}

    record PipelineRef(PipelineKind kind, String name) {}

    @Schema(name = "NextAction")
    record DealAction(UUID id, String kind, String title, Instant dueAt, MemberRef owner) {}

    /** @param at when the deal came into the stage, last; {@code note} the reason of an override */
    record DealStep(
            String key,
            String name,
            State state,
            @Nullable Instant at,
            boolean override,
            @Nullable String note) {

        enum State {
            DONE,
            NOW,
            NEXT,
            LATER
        }
    }
}
