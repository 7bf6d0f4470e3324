package io.doorstep.capture;

import io.doorstep.conversation.Conversation;
import io.doorstep.conversation.Conversations;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a visitor may read: the conversation of their key, from a place on. */
@Component
class ReadThread {

    /** More than one conversation can hold in a sitting; a stream reads on in steps of it. */
    static final int MOST = 500;

    private final Conversations conversations;

    ReadThread(Conversations conversations) {
        this.conversations = conversations;
    }

    record Read(Conversation conversation, List<ChatMessage> messages) {}

    /** Empty before the visitor has written. */
    @Transactional(readOnly = true)
    public Optional<Read> after(Visitor visitor, long seq) {
        return conversations
                .ofVisitor(visitor.hash())
                .map(conversation -> new Read(
                        conversation,
                        conversation.lastSeq() <= seq
                                ? List.of()
                                : conversations.messagesAfter(conversation.id(), seq, MOST).stream()
                                        .map(ChatMessage::of)
                                        .toList()));
    }
}
