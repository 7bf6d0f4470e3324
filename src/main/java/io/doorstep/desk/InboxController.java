package io.doorstep.desk;

import io.doorstep.capture.InboundText;
import io.doorstep.conversation.Handover;
import io.doorstep.desk.ConversationView.ThreadMessage;
import io.doorstep.identity.CurrentMember;
import io.doorstep.platform.Cursor;
import io.doorstep.platform.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The inbox, a conversation, and what a member does in it. */
@RestController
@Tag(name = "conversation")
class InboxController {

    private static final int LONGEST_REPLY = 4000;

    private final InboxList inbox;
    private final ThreadFile threads;
    private final Handover handover;

    InboxController(InboxList inbox, ThreadFile threads, Handover handover) {
        this.inbox = inbox;
        this.threads = threads;
        this.handover = handover;
    }

    record InboxPage(
            InboxList.InboxCounts counts,
            List<InboxRow> items,
            @Nullable String nextCursor) {}

    /** @param clientId made by the client for this message; sending it again is safe */
    @Schema(name = "Reply")
    record ReplyRequest(
            @NotNull UUID clientId,
            @NotNull @Size(max = LONGEST_REPLY) String text) {}

    /** @param tab mine, unassigned, assistant or all */
    @GetMapping("/api/inbox")
    InboxPage inbox(
            @RequestParam(required = false, defaultValue = "mine") String tab,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal CurrentMember current) {
        var page = inbox.page(tabOf(tab), current.memberId(), Cursor.parse(cursor, 2));
        return new InboxPage(inbox.counts(current.memberId()), page.items(), page.nextCursor());
    }

    @GetMapping("/api/conversations/{id}")
    ConversationView conversation(@PathVariable UUID id) {
        return threads.view(id);
    }

    @PostMapping("/api/conversations/{id}/take-over")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeOver(@PathVariable UUID id, @AuthenticationPrincipal CurrentMember current) {
        handover.takeOver(id, current);
    }

    @PostMapping("/api/conversations/{id}/hand-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handBack(@PathVariable UUID id, @AuthenticationPrincipal CurrentMember current) {
        handover.handBack(id, current);
    }

    @PostMapping("/api/conversations/{id}/messages")
    @ResponseStatus(HttpStatus.CREATED)
    ThreadMessage reply(
            @PathVariable UUID id,
            @Valid @RequestBody ReplyRequest request,
            @AuthenticationPrincipal CurrentMember current) {
        var text = InboundText.clean(request.text());
        if (text.isEmpty()) {
            throw Refusal.Invalid.field("text", "is empty; write something.").asException();
        }
        var said = handover.say(id, current, request.clientId(), text);
        return threads.message(id, said.id());
    }

    private static InboxList.Tab tabOf(String tab) {
        try {
            return InboxList.Tab.valueOf(tab.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.Invalid.field("tab", "is none of mine, unassigned, assistant and all.")
                    .asException();
        }
    }
}
