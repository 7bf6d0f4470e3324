package io.doorstep.conversation;

import java.util.UUID;

/**
 * What an answer was taken from, for the people of the agency.
 *
 * @param title as it was then
 */
public record AnswerSource(Kind kind, UUID id, String title) {

    public enum Kind {
        ARTICLE,
        LISTING
    }
}
