package io.doorstep.assistant;

import io.doorstep.booking.Appointment;
import io.doorstep.booking.BookAppointment;
import io.doorstep.booking.Slot;
import io.doorstep.conversation.Attachment;
import org.jspecify.annotations.Nullable;

/**
 * What a turn comes to, worded already: only SQL is left to do. Words, memory and effect are stored together or not at all.
 *
 * @param unanswered the lead's question that a person has to answer
 */
record Reply(
        String words,
        @Nullable Attachment attachment,
        Memory memory,
        Effect effect,
        @Nullable String unanswered) {

    sealed interface Effect {

        record Nothing() implements Effect {}

        record Book(BookAppointment.Wanted wanted) implements Effect {}

        record Move(Appointment appointment, Slot slot) implements Effect {}

        record CallOff(Appointment appointment) implements Effect {}

        record HandOver(String reason) implements Effect {}

        /** @param words the lead's own, as evidence */
        record OptOut(String words) implements Effect {}
    }
}
