package io.doorstep.capture;

import io.doorstep.capture.proof.Doorkeeper;
import io.doorstep.conversation.Channel;
import io.doorstep.conversation.Conversations;
import io.doorstep.conversation.Greeting;
import io.doorstep.conversation.Inbound;
import io.doorstep.conversation.NewConversation;
import io.doorstep.conversation.VisitorAction;
import io.doorstep.lead.Consent;
import io.doorstep.lead.ConsentWording;
import io.doorstep.lead.Leads;
import io.doorstep.lead.NewLead;
import io.doorstep.lead.Source;
import io.doorstep.platform.AfterCommit;
import io.doorstep.platform.Ids;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Agencies;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in one message of the web chat: raw touch, lead, conversation, message and the assistant's turn, in one transaction. A client id
 * that was received before changes nothing and gets the same answer.
 */
@Component
class ReceiveTouch {

    private final Touches touches;
    private final Leads leads;
    private final Conversations conversations;
    private final Agencies agencies;
    private final FirstTouch firstTouch;
    private final Doorkeeper doorkeeper;
    private final ChatStreams streams;
    private final Ids ids;
    private final Clock clock;

    ReceiveTouch(
            Touches touches,
            Leads leads,
            Conversations conversations,
            Agencies agencies,
            FirstTouch firstTouch,
            Doorkeeper doorkeeper,
            ChatStreams streams,
            Ids ids,
            Clock clock) {
        this.touches = touches;
        this.leads = leads;
        this.conversations = conversations;
        this.agencies = agencies;
        this.firstTouch = firstTouch;
        this.doorkeeper = doorkeeper;
        this.streams = streams;
        this.ids = ids;
        this.clock = clock;
    }

    private record Thread(UUID leadId, UUID conversationId, Touches.Merit merit) {}

    @Transactional
    public Receipt fromChat(ChatTouch touch) {
        var touchId = ids.next();
        if (!touches.add(touchId, Source.WEB_CHAT, touch.clientKey(), touch.raw(), touch.sender(), clock.instant())) {
            return receiptOf(touches.result(Source.WEB_CHAT, touch.clientKey()), true);
        }
        if (touch.trapped()) {
            touches.reject(touchId, "honeypot");
            return receiptOf(new Touches.Result(touchId, null, null, null), false);
        }
        var thread = threadOf(touch);
        var seq = conversations.receive(
                thread.conversationId(),
                thread.leadId(),
                new Inbound(
                        touchId, touch.text(), touch.action(), touch.clientId().toString()));
        touches.accept(touchId, thread.merit(), thread.leadId(), thread.conversationId());
        if (touch.action() instanceof VisitorAction.Consent consent) {
            record(consent, thread.leadId(), touch.sender());
        }
        return new Receipt(touchId, thread.conversationId(), seq, false);
    }

    private Thread threadOf(ChatTouch touch) {
        var visitor = touch.visitor();
        var known = known(visitor);
        if (known != null) {
            return known;
        }
        firstTouch.lock(visitor.hex());
        var madeMeanwhile = known(visitor);
        return madeMeanwhile != null ? madeMeanwhile : begin(touch);
    }

    private @Nullable Thread known(Visitor visitor) {
        return conversations
                .ofVisitor(visitor.hash())
                .map(found -> new Thread(found.leadId(), found.id(), Touches.Merit.MERGED))
                .orElse(null);
    }

    private Thread begin(ChatTouch touch) {
        doorkeeper.admit("chat", touch.visitor().hex(), touch.proof());
        var agency = agencies.current();
        var leadId = leads.create(NewLead.anonymous(Source.WEB_CHAT));
        var conversationId = conversations.open(new NewConversation(
                leadId,
                Channel.WEB_CHAT,
                touch.visitor().hash(),
                touch.sender().page(),
                Greeting.of(agency.assistantName(), agency.name())));
        AfterCommit.run(() -> streams.began(touch.visitor()));
        return new Thread(leadId, conversationId, Touches.Merit.NEW_LEAD);
    }

    private void record(VisitorAction.Consent consent, UUID leadId, Sender sender) {
        var wording = ConsentWording.version(
                        consent.channel(),
                        consent.wordingVersion(),
                        agencies.current().name())
                .orElseThrow(() -> Refusal.Invalid.field("action.wordingVersion", "is not a wording that was shown.")
                        .asException());
        leads.recordConsent(
                leadId,
                new Consent(
                        consent.channel(),
                        consent.granted(),
                        wording.text(),
                        wording.version(),
                        "WIDGET",
                        sender.page(),
                        sender.ip(),
                        sender.userAgent()));
    }

    /** A rejected touch is answered like any other, so that a robot learns nothing: its own id and the place a first message has. */
    private static Receipt receiptOf(Touches.Result result, boolean duplicate) {
        var conversationId = result.conversationId() == null ? result.touchId() : result.conversationId();
        var seq = result.seq() == null ? 2 : result.seq();
        return new Receipt(result.touchId(), conversationId, seq, duplicate);
    }
}
