package io.doorstep.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words to be said, with what is shown beside them.
 *
 * @param sources what the words were taken from; kept for the agency, not shown to the lead
 */
public record Draft(String body, @Nullable Attachment attachment, List<AnswerSource> sources) {

    public static Draft of(String body) {
        return new Draft(body, null, List.of());
    }
}
