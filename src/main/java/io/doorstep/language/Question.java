package io.doorstep.language;

/** What the assistant can ask. The order and choice is the agency's; the words are {@link Speech.Ask}'s. */
public enum Question {
    INTENT,
    AREA,
    PRICE,
    BEDS,
    BATHS,
    MUST_HAVES,
    PROPERTY_TYPE,
    TIMELINE,
    MOVE_IN,
    FINANCING,
    MOTIVATION,
    REPRESENTED,
    CURRENT_HOME,
    PETS,
    PROPERTY_ADDRESS,
    PRICE_EXPECTATION,
    NAME,
    CONTACT,
    CONSENT,
    /** Which of the homes? */
    LISTING,
    /** Would you like to see it? */
    VISIT,
    /** Which day and time? */
    VISIT_TIME,
    /** Is this one right? */
    CONFIRM,
    ANYTHING_ELSE
}
