package io.doorstep.language.guard;

/**
 * Why something may not be said to a lead.
 *
 * @param rule that found it, with the version of its rules
 * @param quote the words in question
 */
public record Objection(Kind kind, String rule, String quote) {

    public enum Kind {
        /** Rates an area, its schools, its safety or its people, or says for whom it is. */
        FAIR_HOUSING,
        PRICE_OPINION,
        LEGAL_ADVICE,
        MORTGAGE_ADVICE,
        PROMISE,
        /** Says that something was done, which the assistant did not decide to do. */
        UNDONE_DEED,
        /** Says or suggests that a person speaks. */
        DENIES_AUTOMATION,
        LINK,
        MARKUP,
        CONTACT_DETAIL,
        /** Talks about its instructions, or says a secret. */
        PROMPT_LEAK,
        TOO_LONG,
        TONE,
        OTHER_LANGUAGE,
        /** A figure, a day or a time that was not to be said. */
        UNKNOWN_FIGURE,
        /** A name that was not to be said. */
        UNKNOWN_NAME
    }
}
