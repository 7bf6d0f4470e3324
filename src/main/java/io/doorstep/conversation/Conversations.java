package io.doorstep.conversation;

import static java.time.temporal.ChronoUnit.MICROS;

import io.doorstep.lead.Leads;
import io.doorstep.platform.Ids;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Live;
import io.doorstep.tenancy.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The threads of the current agency. Every method joins the caller's transaction, or is one of its own. */
@Component
@Transactional
public class Conversations {

    /** The durable task that gives the assistant its turn; its subject is the conversation. */
    public static final String TAKE_TURN = "take-turn";

    /** Most messages that a lead may write in one conversation. */
    public static final int MOST_INBOUND = 200;

    private final Threads threads;
    private final Messages messages;
    private final Leads leads;
    private final Tasks tasks;
    private final Live live;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Conversations(
            Threads threads,
            Messages messages,
            Leads leads,
            Tasks tasks,
            Live live,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.threads = threads;
        this.messages = messages;
        this.leads = leads;
        this.tasks = tasks;
        this.live = live;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** The greeting, where there is one, becomes message 1. */
    public UUID open(NewConversation conversation) {
        var id = ids.next();
        var now = clock.instant();
        threads.open(id, conversation, now);
        if (conversation.greeting() != null) {
            messages.addReply(ids.next(), id, threads.nextOurs(id, now), Draft.of(conversation.greeting()), now);
        }
        return id;
    }

    /**
     * Appends what the lead wrote and schedules the assistant's turn, both or neither: at once, or after a {@link Burst}.
     *
     * @return the message's place
     * @throws io.doorstep.platform.Refused conversation-full
     */
    public long receive(UUID conversationId, UUID leadId, Inbound message) {
        // As fine as the database keeps it: else a lone message comes later than itself, and waits for the rest of a
        // burst.
        var now = clock.instant().truncatedTo(MICROS);
        var place = threads.nextInbound(conversationId, now, MOST_INBOUND).orElseThrow(Conversations::full);
        var seq = place.seq();
        messages.addInbound(ids.next(), conversationId, seq, message, now);
        leads.touchInbound(leadId, now);
        var due = Burst.due(place.waitingSince(), now);
        if (due.isAfter(now)) tasks.schedule(TAKE_TURN, conversationId, Long.toString(seq), due);
        else tasks.scheduleNow(TAKE_TURN, conversationId, Long.toString(seq));
        events.publishEvent(new InboundMessage(conversationId, seq, leadId));
        changed(conversationId, leadId, seq);
        return seq;
    }

    /** What the assistant has to read. A person's lead writes on too: such a turn reads facts, but may not reply. */
    public Turn turn(UUID conversationId) {
        var conversation = find(conversationId);
        var unread = messages.ofLeadBetween(conversationId, conversation.watermark(), conversation.lastSeq());
        return new Turn(
                conversationId,
                conversation.leadId(),
                conversation.channel(),
                conversation.state(),
                conversation.watermark(),
                conversation.lastSeq(),
                unread,
                goesOn(conversation, unread),
                messages.lastSaidBefore(conversationId, conversation.watermark() + 1)
                        .orElse(null),
                threads.memory(conversationId));
    }

    /** The lead is still writing: the turn of the newest message comes later, and answers all of them. */
    private boolean goesOn(Conversation conversation, List<Message> unread) {
        var since = conversation.waitingSince();
        if (since == null || unread.isEmpty()) return false;
        return clock.instant().isBefore(Burst.due(since, unread.getLast().at()));
    }

    /**
     * Says what the turn came to and remembers it, only while nothing has changed since the turn began.
     *
     * @param drafts at least one, in order
     */
    public ReplyOutcome reply(Turn turn, List<Draft> drafts, Map<String, Object> memory) {
        var now = clock.instant();
        var place = threads.nextReply(turn, drafts.size(), memory, now);
        if (place.isEmpty()) {
            return find(turn.conversationId()).state() == ConversationState.ASSISTANT
                    ? new ReplyOutcome.Superseded()
                    : new ReplyOutcome.Silenced();
        }
        var seq = place.getAsLong() - drafts.size();
        for (var draft : drafts) {
            messages.addReply(ids.next(), turn.conversationId(), ++seq, draft, now);
        }
        leads.touchOutbound(turn.leadId(), now);
        changed(turn.conversationId(), turn.leadId(), seq);
        return new ReplyOutcome.Sent(seq);
    }

    /** Ends a turn without words. False when another turn was quicker. */
    public boolean markRead(Turn turn, Map<String, Object> memory) {
        return threads.read(turn, memory);
    }

    /**
     * Stops the assistant and starts the response clock. Does nothing where a person speaks or is waited for already. An assistant that says
     * so to the lead calls this in the transaction of that reply, after it.
     */
    public void requestPerson(UUID conversationId, String reason) {
        var conversation = threads.lock(conversationId).orElseThrow(Conversations::unknown);
        if (conversation.state() != ConversationState.ASSISTANT) {
            return;
        }
        var now = clock.instant();
        var since = conversation.waitingSince() == null ? now : conversation.waitingSince();
        threads.hand(conversationId, ConversationState.WAITING, null, since);
        threads.recordHandover(ids.next(), conversation, ConversationState.WAITING, null, reason, now);
        changed(conversationId, conversation.leadId(), conversation.lastSeq());
    }

    public Conversation find(UUID conversationId) {
        return threads.find(conversationId).orElseThrow(Conversations::unknown);
    }

    public Optional<Conversation> ofVisitor(byte[] visitorHash) {
        return threads.ofVisitor(visitorHash);
    }

    /** The lead's conversation on a channel, the newest one that is not closed. */
    public Optional<UUID> ofLead(UUID leadId, Channel channel) {
        return threads.openOf(leadId, channel);
    }

    /** Messages after a place, in order. */
    public List<Message> messagesAfter(UUID conversationId, long seq, int limit) {
        return messages.after(conversationId, seq, limit);
    }

    private void changed(UUID conversationId, UUID leadId, long seq) {
        live.publish(
                "conversation",
                Map.of(
                        "conversationId",
                        conversationId.toString(),
                        "leadId",
                        leadId.toString(),
                        "seq",
                        Long.toString(seq)));
    }

    private static RuntimeException unknown() {
        return Refusal.NotFound.of("conversation").asException();
    }

    private static RuntimeException full() {
        return new Refusal.TooMany(
                        "conversation-full",
                        "This conversation has %d messages of yours, more than it takes. Call or write to the agency instead."
                                .formatted(MOST_INBOUND),
                        Duration.ofDays(1))
                .asException();
    }
}
