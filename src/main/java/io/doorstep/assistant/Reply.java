package io.doorstep.assistant;

import io.doorstep.booking.Appointment;
import io.doorstep.booking.BookAppointment;
import io.doorstep.booking.Slot;
import io.doorstep.conversation.AnswerSource;
import io.doorstep.conversation.Attachment;
import io.doorstep.conversation.GuardLog;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a turn comes to, worded already: only SQL is left to do. Words, memory and effect are stored together or not at all.
 *
 * @param sources what the words were taken from
 * @param unanswered the lead's question that a person has to answer
 * @param stopped what the guards stopped in the lead's words and in the assistant's
 */
record Reply(
        String words,
        @Nullable Attachment attachment,
        Memory memory,
        Effect effect,
        List<AnswerSource> sources,
        @Nullable String unanswered,
        List<GuardLog.Line> stopped) {

    sealed interface Effect {

        record Nothing() implements Effect {}

        record Book(BookAppointment.Wanted wanted) implements Effect {}

        record Move(Appointment appointment, Slot slot) implements Effect {}

        record CallOff(Appointment appointment) implements Effect {}

        /** @param back when somebody can answer, if not now */
        record HandOver(String reason, @Nullable Instant back) implements Effect {}

        /** @param words the lead's own, as evidence */
        record OptOut(String words) implements Effect {}
    }
}
