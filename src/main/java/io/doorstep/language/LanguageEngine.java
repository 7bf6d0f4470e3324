package io.doorstep.language;

/**
 * Reads what a lead wrote and words what the assistant says. Implementations are thread safe and keep no state between
 * calls.
 */
public interface LanguageEngine {

    /**
     * Never throws for any text; what it cannot read it leaves out. Every fact's quote stands in {@code text} at its
     * offsets.
     */
    Understanding understand(String text, DialogueContext context);

    String phrase(Speech speech, Voice voice);
}
