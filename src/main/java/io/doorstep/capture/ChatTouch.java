package io.doorstep.capture;

import io.doorstep.conversation.VisitorAction;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message of the web chat, judged to be well-formed.
 *
 * @param raw the JSON as it was sent
 * @param trapped the field that only robots fill was filled
 * @param proof of work, where one was asked for
 */
record ChatTouch(
        Visitor visitor,
        UUID clientId,
        String raw,
        String text,
        @Nullable VisitorAction action,
        boolean trapped,
        @Nullable String proof,
        Sender sender) {

    /** Client ids are the visitor's own: nobody meets another visitor's by chance or by design. */
    String clientKey() {
        return visitor.hex() + ":" + clientId;
    }
}
