package io.doorstep.capture;

import io.doorstep.conversation.VisitorAction;
import io.doorstep.platform.Refusal;
import io.doorstep.platform.Refusal.Violation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the chat page sends.
 *
 * @param clientId made by the client for this message; sending it again is safe
 * @param text what the visitor wrote, or the words of what they chose
 * @param page where the widget stands
 * @param website left empty by people, who can't see it
 */
record ChatRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        UUID clientId,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = LONGEST_TEXT) @Nullable
        String text,

        @Nullable String page,
        @Nullable String website,
        @Nullable VisitorAction action) {

    /** In code points. Longer than a person types; the assistant reads the first part and says so. */
    static final int LONGEST_TEXT = 10_000;

    private static final Pattern SLOT = Pattern.compile("[A-Za-z0-9~-]{1,120}");

    /** @throws io.doorstep.platform.Refused invalid, naming every field that is wrong */
    ChatTouch toTouch(
            Visitor visitor, String raw, @Nullable String proof, @Nullable String ip, @Nullable String userAgent) {
        var violations = new ArrayList<Violation>();
        if (clientId == null) {
            violations.add(new Violation("clientId", "is missing; make a UUID for each message."));
        }
        var words = text == null ? "" : InboundText.clean(text);
        if (words.isEmpty()) {
            violations.add(new Violation("text", "is empty; write something."));
        }
        if (text != null && InboundText.length(text) > LONGEST_TEXT) {
            violations.add(new Violation("text", "is longer than 10,000 characters; send it in parts."));
        }
        switch (action) {
            case VisitorAction.ChooseSlot slot -> {
                if (slot.slotId() == null || !SLOT.matcher(slot.slotId()).matches()) {
                    violations.add(new Violation("action.slotId", "is not the id of a slot that was offered."));
                }
            }
            case VisitorAction.Consent consent -> {
                if (consent.channel() == null) {
                    violations.add(new Violation("action.channel", "is missing; say what is agreed to."));
                }
            }
            case null -> {}
        }
        if (clientId == null || !violations.isEmpty()) {
            throw new Refusal.Invalid(
                            "invalid",
                            "The message was not received: "
                                    + violations.getFirst().field() + " "
                                    + violations.getFirst().message(),
                            violations)
                    .asException();
        }
        return new ChatTouch(
                visitor,
                clientId,
                raw,
                words,
                action,
                website != null && !website.isBlank(),
                proof,
                new Sender(page, ip, userAgent));
    }
}
