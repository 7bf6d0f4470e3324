package io.doorstep.replay;

import org.jspecify.annotations.Nullable;

/** A stored message as the public conversation shows it. */
record ChatLine(long seq, String author, @Nullable String clientId) {

    boolean isOfLead() {
        return author.equals("LEAD");
    }

    /** A person or the assistant said something; a system line does not count as an answer. */
    boolean isAnswer() {
        return author.equals("ASSISTANT") || author.equals("MEMBER");
    }
}
