package io.doorstep.conversation;

import org.jspecify.annotations.Nullable;

/** Words to be said, with what is shown beside them. */
public record Draft(String body, @Nullable Attachment attachment) {

    public static Draft of(String body) {
        return new Draft(body, null);
    }
}
