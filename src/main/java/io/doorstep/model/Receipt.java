package io.doorstep.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who answered and what it took, as far as the provider said.
 *
 * @param costMicros millionths of a dollar; null: unknown
 */
record Receipt(
        @Nullable String provider,
        @Nullable Integer promptTokens,
        @Nullable Integer completionTokens,
        @Nullable Long costMicros) {

    static final Receipt UNKNOWN = new Receipt(null, null, null, null);

    /** Whoever refuses a request does not charge for it. */
    static final Receipt FREE = new Receipt(null, null, null, 0L);

    private static final int LONGEST_NAME = 120;
    private static final double MICROS = 1_000_000;

    /**
     * Reads OpenRouter's {@code provider} and {@code usage} (with {@code cost} in dollars, https://openrouter.ai/docs/use-cases/usage-accounting);
     * OpenAI's own has neither provider nor cost. A streamed answer says them in its last piece.
     */
    Receipt with(JsonNode piece) {
        var usage = piece.path("usage");
        var cost = usage.path("cost").doubleValueOpt();
        return new Receipt(
                piece.path("provider").stringValueOpt().map(Receipt::clipped).orElse(provider),
                tokens(usage, "prompt_tokens").orElse(promptTokens),
                tokens(usage, "completion_tokens").orElse(completionTokens),
                cost.isPresent() && cost.getAsDouble() >= 0
                        ? Long.valueOf((long) Math.ceil(cost.getAsDouble() * MICROS))
                        : costMicros);
    }

    private static Optional<Integer> tokens(JsonNode usage, String name) {
        var count = usage.path(name).intValueOpt();
        return count.isPresent() && count.getAsInt() >= 0 ? Optional.of(count.getAsInt()) : Optional.empty();
    }

    private static String clipped(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
