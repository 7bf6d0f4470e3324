package io.doorstep.model;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who answers now, and why it is the built-in engine where a model was chosen.
 *
 * @param why null where the one answers that was chosen
 */
record EngineState(Engine chosen, Engine answers, @Nullable Why why) {

    @Schema(name = "BuiltInBecause", enumAsRef = true)
    enum Why {
        NO_KEY,
        OVER_BUDGET,
        KEY_REFUSED,
        OUT_OF_CREDIT,
        PROVIDER_FAILS
    }

    /**
     * @param usable whether there is a key to call with
     * @param last how the last call ended
     */
    static EngineState of(ModelSetting setting, boolean usable, long spentMicros, Optional<Outcome> last) {
        if (setting.engine() == Engine.BUILT_IN) return new EngineState(Engine.BUILT_IN, Engine.BUILT_IN, null);
        if (!usable) return builtIn(Why.NO_KEY);
        if (spentMicros >= setting.budgetMicros()) return builtIn(Why.OVER_BUDGET);
        return last.map(EngineState::after).orElse(new EngineState(Engine.MODEL, Engine.MODEL, null));
    }

    private static EngineState after(Outcome last) {
        return switch (last) {
            case KEY_REFUSED -> builtIn(Why.KEY_REFUSED);
            case OUT_OF_CREDIT -> builtIn(Why.OUT_OF_CREDIT);
            case MODEL_REFUSED, RATE_LIMITED, PROVIDER_ERROR, BROKEN, TIMED_OUT -> builtIn(Why.PROVIDER_FAILS);
            case ANSWERED, UNREADABLE, UNFIT -> new EngineState(Engine.MODEL, Engine.MODEL, null);
        };
    }

    private static EngineState builtIn(Why why) {
        return new EngineState(Engine.MODEL, Engine.BUILT_IN, why);
    }
}
