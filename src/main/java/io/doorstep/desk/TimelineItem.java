package io.doorstep.desk;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.doorstep.booking.AppointmentView;
import io.doorstep.conversation.Author;
import io.doorstep.conversation.ConversationState;
import io.doorstep.identity.MemberRef;
import io.doorstep.lead.ConsentChannel;
import io.doorstep.qualification.Grade;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that happened with a lead; {@code type} tells them apart. */
@Schema(
        oneOf = {
            TimelineItem.TouchItem.class,
            TimelineItem.MessageItem.class,
            TimelineItem.FactsItem.class,
            TimelineItem.ScoreItem.class,
            TimelineItem.MoveItem.class,
            TimelineItem.HandoverItem.class,
            TimelineItem.AppointmentItem.class,
            TimelineItem.ConsentItem.class,
            TimelineItem.GuardItem.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "TOUCH", schema = TimelineItem.TouchItem.class),
            @DiscriminatorMapping(value = "MESSAGE", schema = TimelineItem.MessageItem.class),
            @DiscriminatorMapping(value = "FACTS", schema = TimelineItem.FactsItem.class),
            @DiscriminatorMapping(value = "SCORE", schema = TimelineItem.ScoreItem.class),
            @DiscriminatorMapping(value = "MOVE", schema = TimelineItem.MoveItem.class),
            @DiscriminatorMapping(value = "HANDOVER", schema = TimelineItem.HandoverItem.class),
            @DiscriminatorMapping(value = "APPOINTMENT", schema = TimelineItem.AppointmentItem.class),
            @DiscriminatorMapping(value = "CONSENT", schema = TimelineItem.ConsentItem.class),
            @DiscriminatorMapping(value = "GUARD", schema = TimelineItem.GuardItem.class)
        })
sealed interface TimelineItem {

    String id();

    Instant at();

    record TouchItem(
            String id, Instant at, String source, @Nullable String page) implements TimelineItem {
        @JsonProperty
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = "TOUCH")
        String type() {
            return "TOUCH";
        }
    }

    /** @param name of the member who wrote it */
    record MessageItem(
            String id,
            Instant at,
            UUID conversationId,
            long seq,
            Author author,
            @Nullable String name,
            String text,
            List<EvidenceSpan> evidence)
            implements TimelineItem {
        @JsonProperty
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = "MESSAGE")
        String type() {
            return "MESSAGE";
        }
    }

    /** Facts taken from one message, or entered at once. */
    record FactsItem(String id, Instant at, List<FactLine> facts) implements TimelineItem {
        @JsonProperty
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = "FACTS")
        String type() {
            return "FACTS";
        }
    }

    record ScoreItem(String id, Instant at, @Nullable Integer from, int to, Grade grade) implements TimelineItem {
        @JsonProperty
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = "SCORE")
        String type() {
            return "SCORE";
        }
    }

    /** @param kind {@code OPENED, TRANSITION, OVERRIDE, UNDO}; {@code by} the member, if one did it */
    record MoveItem(
            String id,
            Instant at,
            @Nullable String fromName,
            String toName,
            String kind,
            @Nullable MemberRef by,
            @Nullable String reason)
            implements TimelineItem {
        @JsonProperty
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = "MOVE")
        String type() {
            return "MOVE";
        }
    }

    record HandoverItem(
            String id,
            Instant at,
            ConversationState from,
            ConversationState to,
            @Nullable MemberRef by,
            String reason) implements TimelineItem {
        @JsonProperty
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = "HANDOVER")
        String type() {
            return "HANDOVER";
        }
    }

    /** @param appointment as it stands now; {@code change} what was done then */
    record AppointmentItem(String id, Instant at, AppointmentView appointment, String change) implements TimelineItem {
        @JsonProperty
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = "APPOINTMENT")
        String type() {
            return "APPOINTMENT";
        }
    }

    record ConsentItem(
            String id,
            Instant at,
            ConsentChannel channel,
            boolean granted,
            @Nullable String wordingVersion) implements TimelineItem {
        @JsonProperty
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = "CONSENT")
        String type() {
            return "CONSENT";
        }
    }

    /**
     * Something that a guard stopped.
     *
     * @param side {@code INPUT}: the lead's words, not gone along with; {@code OUTPUT}: the assistant's, not said
     * @param kind what for, such as {@code FAIR_HOUSING}
     * @param rule with the version of its rules
     */
    record GuardItem(String id, Instant at, String side, String kind, String quote, String rule)
            implements TimelineItem {
        @JsonProperty
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = "GUARD")
        String type() {
            return "GUARD";
        }
    }

    /** The words of a message that a fact came from, from {@code start} to before {@code end}. */
    record EvidenceSpan(int start, int end, UUID factId, String key) {}

    record FactLine(String key, String label, String display) {}
}
