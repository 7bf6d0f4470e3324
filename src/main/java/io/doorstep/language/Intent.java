package io.doorstep.language;

/** What a message is about. One message can have several. */
public enum Intent {
    ENQUIRY,
    ANSWER,
    QUESTION,
    BOOKING,
    CHANGE,
    CANCELLATION,
    /** Asks for a person, or for what only a person may answer: fees, legal advice, negotiation. */
    WANTS_PERSON,
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
