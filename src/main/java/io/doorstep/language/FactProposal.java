package io.doorstep.language;

/**
 * One typed statement about the lead, with the words it came from.
 *
 * @param key stable dotted name: {@code beds}, {@code mustHaves.garage}, {@code contact.email}
 * @param value normalised and JSON-able: String, Number, Boolean, List or Map
 * @param display the value for people: "about $650,000"
 * @param quote {@code text.substring(start, end)} of the message, exactly
 * @param confidence 0 to 1; under 0.6 the lead did not say it in so many words
 * @param fromContext the quote alone does not carry the value ("yes", "the second")
 * @param fromModel a language model proposed it, and code found it in the words
 */
public record FactProposal(
        String key,
        Object value,
        String display,
        String quote,
        int start,
        int end,
        double confidence,
        boolean fromContext,
        boolean fromModel) {

    public FactProposal {
        if (key.isBlank()) throw new IllegalArgumentException("a fact needs a key");
        if (quote.isEmpty() || start < 0 || end - start != quote.length()) {
            throw new IllegalArgumentException("the span of %s does not hold its quote".formatted(key));
        }
        if (!(confidence >= 0 && confidence <= 1)) throw new IllegalArgumentException("confidence is 0 to 1");
    }

    /** As the built-in engine reads it. */
    public FactProposal(
            String key,
            Object value,
            String display,
            String quote,
            int start,
            int end,
            double confidence,
            boolean fromContext) {
        this(key, value, display, quote, start, end, confidence, fromContext, false);
    }

    /** A quote that does not stand in the message voids the fact, whoever proposed it. */
    public boolean standsIn(String text) {
        return text.startsWith(quote, start);
    }
}
