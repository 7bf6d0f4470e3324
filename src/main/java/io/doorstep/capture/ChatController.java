package io.doorstep.capture;

import io.doorstep.conversation.ConversationState;
import io.doorstep.conversation.Greeting;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Agency;
import io.doorstep.tenancy.TenantScope;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The open door of the web chat. The site key says which agency, the visitor's key says which conversation. */
@RestController
@RequestMapping("/public/chat/{siteKey}")
@Tag(name = "capture")
class ChatController {

    private static final String VISITOR_KEY = "X-Visitor-Key";
    private static final String PROOF = "X-Proof";

    private final Sites sites;
    private final MessageLimits limits;
    private final ChatBody body;
    private final ReceiveTouch receiveTouch;
    private final ReadThread readThread;
    private final ChatStreams streams;
    private final JsonMapper json;

    ChatController(
            Sites sites,
            MessageLimits limits,
            ChatBody body,
            ReceiveTouch receiveTouch,
            ReadThread readThread,
            ChatStreams streams,
            JsonMapper json) {
        this.sites = sites;
        this.limits = limits;
        this.body = body;
        this.receiveTouch = receiveTouch;
        this.readThread = readThread;
        this.streams = streams;
        this.json = json;
    }

    /**
     * 202: the message is durable, and the assistant will read it. 428 {@code proof-needed}: the door is rushed; solve the ALTCHA challenge in the
     * problem and send the same again with its payload as {@code X-Proof}.
     */
    @PostMapping(path = "/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ChatRequest.class)))
    Receipt sendChatMessage(
            @PathVariable String siteKey,
            @RequestHeader(name = VISITOR_KEY, required = false) @Nullable String visitorKey,
            @RequestHeader(name = PROOF, required = false) @Nullable String proof,
            HttpServletRequest request)
            throws IOException {
        var agency = enter(siteKey, request);
        var visitor = Visitor.ofKey(visitorKey);
        limits.take(siteKey, visitor);
        var raw = body.read(request);
        var touch = body.parse(raw, request)
                .toTouch(visitor, raw, proof, request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
        return TenantScope.callIn(agency.id(), () -> receiveTouch.fromChat(touch));
    }

    @GetMapping("/conversation")
    ChatView chatConversation(
            @PathVariable String siteKey,
            @RequestHeader(name = VISITOR_KEY, required = false) @Nullable String visitorKey,
            HttpServletRequest request) {
        var agency = enter(siteKey, request);
        var visitor = Visitor.ofKey(visitorKey);
        limits.take(siteKey, visitor);
        var read = TenantScope.callIn(agency.id(), () -> readThread.after(visitor, 0))
                .orElse(null);
        return new ChatView(
                new ChatView.ChatAgency(agency.name(), agency.assistantName(), agency.accentHue(), null),
                Greeting.of(agency.assistantName(), agency.name()),
                read == null ? null : read.conversation().id(),
                read == null ? ConversationState.ASSISTANT : read.conversation().state(),
                read == null ? List.of() : read.messages());
    }

    /** Messages after {@code Last-Event-ID}, then as they come, as events {@code message}, {@code state} and {@code draft}. */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void chatEvents(
            @PathVariable String siteKey,
            @RequestHeader(name = VISITOR_KEY, required = false) @Nullable String visitorKey,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws InterruptedException {
        var agency = enter(siteKey, request);
        var visitor = Visitor.ofKey(visitorKey);
        limits.take(siteKey, visitor);
        var lastSeq = place(lastEventId);
        try {
            streams.serve(agency.id(), visitor, lastSeq, new EventStream(response, json));
        } catch (IOException visitorHasGone) {
            // the normal end of a stream
        }
    }

    private Agency enter(String siteKey, HttpServletRequest request) {
        limits.takeForAddress(request.getRemoteAddr());
        var agency = sites.find(siteKey);
        Origins.require(request, agency);
        return agency;
    }

    private static long place(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isEmpty()) {
            return 0;
        }
        try {
            return Math.max(0, Long.parseLong(lastEventId));
        } catch (NumberFormatException notAPlace) {
            throw Refusal.Invalid.field("Last-Event-ID", "is not the id of an event of this stream; leave it out.")
                    .asException();
        }
    }
}
