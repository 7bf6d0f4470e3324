package io.doorstep.language;

/** One plain sentence per question, and a narrower one for when the answer was not understood. */
final class Questions {

    private Questions() {}

    static String ask(Question question) {
        return switch (question) {
            case INTENT -> "Are you looking to buy, rent or sell?";
            case AREA -> "Which area do you have in mind?";
            case PRICE -> "What price range would you be comfortable with?";
            case BEDS -> "How many bedrooms do you need?";
            case BATHS -> "How many bathrooms do you need?";
            case MUST_HAVES -> "Is there anything the home must have, such as a garage, laundry or a yard?";
            case PROPERTY_TYPE -> "What type of home are you looking for: house, condo, townhouse or apartment?";
            case TIMELINE -> "By when would you like to move?";
            case MOVE_IN -> "When would you like to move in?";
            case FINANCING -> "Are you paying cash, already pre-approved, or is the mortgage still to be arranged?";
            case MOTIVATION -> "What has you thinking about a move?";
            case REPRESENTED -> "Are you already working with an agent?";
            case CURRENT_HOME -> "Do you need to sell a home first?";
            case PETS -> "Will any pets move in with you?";
            case PROPERTY_ADDRESS -> "What is the address of the home?";
            case PRICE_EXPECTATION -> "What price do you hope to get for it?";
            case NAME -> "What name may I note?";
            case CONTACT -> "What is the best phone number or e-mail to reach you?";
            case CONSENT -> "May we contact you there about your search?";
            case LISTING -> "Which home is it about?";
            case VISIT -> "Would you like to see it?";
            case VISIT_TIME -> "Which day and time would suit you for a visit?";
            case CONFIRM -> "Is that right?";
            case ANYTHING_ELSE -> "Is there anything else I can do for you?";
        };
    }

    static String clarify(Question question) {
        return switch (question) {
            case INTENT -> "Is it to buy, to rent or to sell?";
            case AREA -> "The name of a town or a part of town is enough.";
            case PRICE, PRICE_EXPECTATION -> "A rough figure is enough, such as 650k or 2,400 a month.";
            case BEDS, BATHS -> ask(question) + " A number is enough.";
            case TIMELINE, MOVE_IN -> ask(question) + " A month is enough.";
            case VISIT_TIME -> ask(question) + " For example: Saturday at 10.";
            case CONTACT -> "A phone number with area code, or an e-mail address, would do.";
            case MUST_HAVES,
                    PROPERTY_TYPE,
                    FINANCING,
                    MOTIVATION,
                    REPRESENTED,
                    CURRENT_HOME,
                    PETS,
                    PROPERTY_ADDRESS,
                    NAME,
                    CONSENT,
                    LISTING,
                    VISIT,
                    CONFIRM,
                    ANYTHING_ELSE -> ask(question);
        };
    }
}
