package io.doorstep.conversation;

/** What became of the assistant's reply. */
public sealed interface ReplyOutcome {

    /** @param lastSeq place of the last message written */
    record Sent(long lastSeq) implements ReplyOutcome {}

    /** Something was said meanwhile, or another turn was quicker. Nothing is stored; the newer message has its own turn. */
    record Superseded() implements ReplyOutcome {}

    /** A member speaks, or is about to. Nothing is stored. */
    record Silenced() implements ReplyOutcome {}
}
