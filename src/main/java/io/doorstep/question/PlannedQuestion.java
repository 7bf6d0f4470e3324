package io.doorstep.question;

import io.doorstep.language.Question;
import org.jspecify.annotations.Nullable;

/**
 * A question at its place in an agency's list.
 *
 * @param on asked at all
 * @param when asked only then; null for always
 * @param english the agency's own words instead of the assistant's; {@code spanish} likewise
 */
public record PlannedQuestion(
        Question question,
        boolean on,
        Need need,
        @Nullable Condition when,
        @Nullable String english,
        @Nullable String spanish) {

    public enum Need {
        /** Before an appointment makes sense. */
        REQUIRED,
        /** Left out for a lead who already wants to come. */
        OPTIONAL
    }

    static PlannedQuestion required(Question question) {
        return new PlannedQuestion(question, true, Need.REQUIRED, null, null, null);
    }

    static PlannedQuestion optional(Question question) {
        return new PlannedQuestion(question, true, Need.OPTIONAL, null, null, null);
    }

    static PlannedQuestion off(Question question) {
        return new PlannedQuestion(question, false, Need.OPTIONAL, null, null, null);
    }

    boolean applies(Known known) {
        return on && (when == null || when.holds(known));
    }
}
