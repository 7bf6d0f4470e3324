package io.doorstep.desk;

import io.doorstep.conversation.AnswerSource;
import io.doorstep.conversation.Attachment;
import io.doorstep.conversation.Author;
import io.doorstep.conversation.Channel;
import io.doorstep.conversation.ConversationState;
import io.doorstep.desk.TimelineItem.EvidenceSpan;
import io.doorstep.identity.MemberRef;
import io.doorstep.qualification.GradeRef;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One conversation with what stands beside it. */
record ConversationView(
        UUID id,
        UUID leadId,
        Channel channel,
        ConversationState state,
        @Nullable MemberRef holder,
        @Nullable Instant answerBy,
        List<ThreadMessage> messages,
        List<HandoverView> handovers,
        ThreadLead lead,
        List<FactView> facts,
        List<StillToAsk> stillToAsk,
        @Nullable ThreadDeal deal,
        List<Legality> legality) {

    /**
     * @param name of the member who wrote it
     * @param evidence the words that facts came from
     * @param sources what an answer of the assistant was taken from
     */
    record ThreadMessage(
            UUID id,
            long seq,
            Author author,
            @Nullable String name,
            @Nullable MemberRef member,
            String text,
            Instant at,
            List<EvidenceSpan> evidence,
            @Schema(implementation = Object.class) @Nullable Attachment attachment,
            List<AnswerSource> sources) {}

    record HandoverView(
            ConversationState from,
            ConversationState to,
            @Nullable MemberRef by,
            String reason,
            Instant at) {}

    /** @param online the lead has the chat open */
    record ThreadLead(
            String name,
            String initials,
            @Nullable GradeRef grade,
            String wish,
            @Nullable Long valueMinor,
            boolean online) {}

    record ThreadDeal(
            UUID id,
            String stageName,
            String pipelineName,
            @Nullable Long valueMinor,
            String currency) {}
}
