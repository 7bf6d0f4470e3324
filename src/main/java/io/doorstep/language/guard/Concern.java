package io.doorstep.language.guard;

/**
 * Something in a lead's words that the assistant must not go along with.
 *
 * @param rule that found it, with the version of its rules
 * @param quote the lead's words
 */
public record Concern(Kind kind, String rule, String quote) {

    public enum Kind {
        /** Asks to judge an area, its schools, its safety or its people, or to keep people out. */
        FAIR_HOUSING,
        /** Tells the assistant what to do with itself, its records or other people's. Read as a lead's words all the same. */
        INJECTION
    }
}
