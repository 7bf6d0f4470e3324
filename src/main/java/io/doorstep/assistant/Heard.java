package io.doorstep.assistant;

import io.doorstep.booking.Slot;
import io.doorstep.conversation.Message;
import io.doorstep.language.Language;
import io.doorstep.language.Understanding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The unread messages as they were understood.
 *
 * @param slot the time that was taken, by click or out of those on the table
 */
record Heard(
        List<Piece> pieces, Situation.Said said, @Nullable Slot slot, Language language) {

    record Piece(Message message, Understanding understanding) {}

    /** All that was written, for what is looked up by words. */
    String words() {
        return String.join(
                "\n", pieces.stream().map(piece -> piece.message().body()).toList());
    }
}
