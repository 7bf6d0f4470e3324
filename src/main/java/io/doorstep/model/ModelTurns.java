package io.doorstep.model;

import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets the assistant say where a turn begins and ends: all that models are asked in between shares one deadline. */
@Component
public class ModelTurns {

    private static final ScopedValue<ModelTurn> CURRENT = ScopedValue.newInstance();

    private final Provider provider;
    private final ReplyDrafts drafts;

    ModelTurns(Provider provider, ReplyDrafts drafts) {
        this.provider = provider;
        this.drafts = drafts;
    }

    /** What was shown of a reply that is not said after all vanishes with the turn. */
    public <T> T during(UUID conversationId, Supplier<T> turn) {
        try {
            return ScopedValue.where(CURRENT, new ModelTurn(conversationId, provider.turn()))
                    .call(turn::get);
        } finally {
            drafts.clear(conversationId);
        }
    }

    /** Outside of a turn, each question has the patience of one. */
    ModelTurn current() {
        return CURRENT.isBound() ? CURRENT.get() : new ModelTurn(null, provider.turn());
    }
}
