package io.doorstep.assistant;

import io.doorstep.conversation.AnswerSource;
import io.doorstep.language.Speech;
import org.jspecify.annotations.Nullable;

/** What a question is answered, and out of what: no source, no claim. */
record Answer(Speech speech, @Nullable AnswerSource source) {

    static final Answer NOT_KNOWN = new Answer(new Speech.DontKnow(), null);
}
