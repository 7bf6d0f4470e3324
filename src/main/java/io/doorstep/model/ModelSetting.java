package io.doorstep.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agency chose.
 *
 * @param models in the order in which they are tried
 * @param sealedKey the agency's own key; null: the operator's
 * @param keyEnd its last four characters, for people
 * @param budgetMinor US cents a month, which is what providers charge in
 * @param version 0 as long as nothing was ever chosen
 */
record ModelSetting(
        Engine engine,
        List<String> models,
        byte @Nullable [] sealedKey,
        @Nullable String keyEnd,
        long budgetMinor,
        int version) {

    static final long USUAL_BUDGET = 20_00;
    private static final long MICROS_PER_CENT = 10_000;

    static ModelSetting untouched(List<String> models) {
        return new ModelSetting(Engine.BUILT_IN, models, null, null, USUAL_BUDGET, 0);
    }

    /** Millionths of a dollar, as single calls cost fractions of a cent. */
    long budgetMicros() {
        return budgetMinor * MICROS_PER_CENT;
    }
}
