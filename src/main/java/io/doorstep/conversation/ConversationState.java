package io.doorstep.conversation;

/** Who speaks: the assistant, nobody until a person answers, the member who holds it, nobody any more. */
public enum ConversationState {
    ASSISTANT,
    WAITING,
    MEMBER,
    CLOSED
}
