package io.doorstep.language;

/** What a message is about. One message can have several. */
public enum Intent {
    ENQUIRY,
    ANSWER,
    /** Any question. The three below tell what it is about, as far as the words say. */
    QUESTION,
    /** Asks about a home: its price, rooms, features, whether it is still free. */
    ASKS_LISTING,
    /** Asks about the agency: who they are, where, when open, whom they serve. */
    ASKS_AGENCY,
    /** Asks how buying, renting, selling or a viewing goes, and what is needed for it. */
    ASKS_PROCESS,
    /** Asks whether it is a machine that answers. The truth is owed, and no handover. */
    ASKS_IF_AUTOMATED,
    BOOKING,
    CHANGE,
    CANCELLATION,
    /** Asks for a person, or for a call by one. */
    WANTS_PERSON,
    /** Asks what the agency takes. Fees of a home (HOA, application, pets) are questions about the home. */
    ASKS_FEES,
    /** Asks what a home is worth, whether a price is fair, where prices go. */
    PRICE_OPINION,
    /** Asks what is lawful, owed or enforceable, taxes included. */
    LEGAL_ADVICE,
    /** Asks which loan, which rate, how much could be borrowed. */
    MORTGAGE_ADVICE,
    /** Makes an offer, or tries the price. */
    NEGOTIATES,
    /** Speaks of a death, a divorce, an illness, or of danger to themselves. */
    DISTRESS,
    COMPLAINT,
    OPT_OUT,
    /** Asks the assistant to judge an area, its schools, its safety or its people. */
    FAIR_HOUSING,
    OFF_TOPIC,
    GREETING,
    THANKS,
    GOODBYE,
    SPAM
}
