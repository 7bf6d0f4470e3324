package io.doorstep.conversation;

import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Members;
import io.doorstep.lead.Leads;
import io.doorstep.platform.Ids;
import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Live;
import io.doorstep.tenancy.Tasks;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member takes the conversation, speaks in it, and gives it back. While one holds it, nobody else speaks. */
@Component
@Transactional
public class Handover {

    private final Threads threads;
    private final Messages messages;
    private final Members members;
    private final Leads leads;
    private final Tasks tasks;
    private final Live live;
    private final Ids ids;
    private final Clock clock;

    Handover(
            Threads threads,
            Messages messages,
            Members members,
            Leads leads,
            Tasks tasks,
            Live live,
            Ids ids,
            Clock clock) {
        this.threads = threads;
        this.messages = messages;
        this.members = members;
        this.leads = leads;
        this.tasks = tasks;
        this.live = live;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Idempotent for the holder. A conversation that another member holds is only taken from them by an owner or admin.
     *
     * @throws io.doorstep.platform.Refused conversation-held with the holder's name
     */
    public void takeOver(UUID conversationId, CurrentMember member) {
        requireWriter(member);
        var conversation = lock(conversationId);
        if (conversation.heldBy(member.memberId())) {
            return;
        }
        if (conversation.holderId() != null && !member.role().mayOverride()) {
            throw held(conversation.holderId());
        }
        hand(conversation, ConversationState.MEMBER, member.memberId(), member.memberId(), "Took over");
    }

    /**
     * The assistant may speak again, and gets a turn for what came meanwhile. Idempotent.
     *
     * @throws io.doorstep.platform.Refused conversation-held for a member who does not hold it and is neither owner nor admin
     */
    public void handBack(UUID conversationId, CurrentMember member) {
        requireWriter(member);
        var conversation = lock(conversationId);
        if (conversation.state() == ConversationState.ASSISTANT) {
            return;
        }
        var holder = conversation.holderId();
        if (holder != null
                && !conversation.heldBy(member.memberId())
                && !member.role().mayOverride()) {
            throw held(holder);
        }
        var handover = hand(conversation, ConversationState.ASSISTANT, null, member.memberId(), "Handed back");
        if (conversation.waitingSince() != null) threads.unread(conversationId);
        tasks.scheduleNow(Conversations.TAKE_TURN, conversationId, handover.toString());
    }

    /**
     * What the holder says; the same client id again gives the message that is there.
     *
     * @throws io.doorstep.platform.Refused assistant-is-talking, conversation-held, or no-way-back where the lead can't read an answer
     */
    public Message say(UUID conversationId, CurrentMember member, UUID clientId, String text) {
        requireWriter(member);
        var conversation = lock(conversationId);
        var said = messages.byClientId(conversationId, clientId.toString());
        if (said.isPresent()) {
            return said.get();
        }
        requireHolder(conversation, member);
        var now = clock.instant();
        var seq = threads.nextOurs(conversationId, now);
        messages.addOfMember(ids.next(), conversationId, seq, member.memberId(), text, clientId.toString(), now);
        leads.touchOutbound(conversation.leadId(), now);
        changed(conversation, seq);
        return messages.byClientId(conversationId, clientId.toString()).orElseThrow();
    }

    private void requireHolder(Conversation conversation, CurrentMember member) {
        if (conversation.channel() != Channel.WEB_CHAT) {
            throw new Refusal.Conflict(
                            "no-way-back", "This lead wrote by form and reads no chat. Call or write to their address.")
                    .asException();
        }
        if (conversation.heldBy(member.memberId())) {
            return;
        }
        throw conversation.holderId() == null
                ? new Refusal.Conflict("assistant-is-talking", "Take the conversation over before you write in it.")
                        .asException()
                : held(conversation.holderId());
    }

    private UUID hand(Conversation from, ConversationState to, @Nullable UUID holder, UUID by, String reason) {
        var now = clock.instant();
        var handover = ids.next();
        threads.hand(from.id(), to, holder, from.waitingSince());
        threads.recordHandover(handover, from, to, by, reason, now);
        changed(from, from.lastSeq());
        return handover;
    }

    private Conversation lock(UUID conversationId) {
        return threads.lock(conversationId)
                .orElseThrow(() -> Refusal.NotFound.of("conversation").asException());
    }

    private RuntimeException held(UUID holderId) {
        var holder = members.find(holderId).map(member -> member.name()).orElse("A colleague");
        return new Refusal.Conflict(
                        "conversation-held",
                        holder + " is talking to this lead. Ask " + holder + " to hand it back.",
                        Map.of("holderId", holderId.toString(), "holderName", holder))
                .asException();
    }

    private static void requireWriter(CurrentMember member) {
        if (!member.role().mayWrite()) {
            throw new Refusal.Forbidden("role-may-not", "A viewer may read conversations, not speak in them.")
                    .asException();
        }
    }

    private void changed(Conversation conversation, long seq) {
        live.publish(
                "conversation",
                Map.of(
                        "conversationId", conversation.id().toString(),
                        "leadId", conversation.leadId().toString(),
                        "seq", Long.toString(seq)));
    }
}
