package io.doorstep.language;

import java.util.regex.Pattern;

/**
 * What a home can have that a lead can insist on. Accessibility is a wish like others, and no statement about a
 * person.
 */
enum Feature {
    GARAGE("garage", "garage", "(?:\\d-car )?garages?|\\d[- ]car|(?:two|three)[- ]car"),
    LAUNDRY(
            "laundry",
            "laundry",
            "(?:in[- ]?(?:unit|suite|house|home) )?(?:laundry|washers?(?: ?(?:and|&|/|or) ?(?:a )?dryers?)?"
                    + "|washing machines?|w/d)(?: (?:in|inside) (?:the )?(?:unit|apartment|home|house))?"),
    YARD("yard", "a yard", "(?:(?:back|front) ?)?yards?|garden|outdoor space"),
    FURNISHED("furnished", "furnished", "(?:fully[- ]|partly[- ]|already )?(?:(?:un)?fur?nished|furnish)|furniture"),
    PARKING("parking", "parking", "parking(?: (?:spots?|spaces?|place))?|car ?port"),
    PETS("pets", "pets allowed", "pets?|pet[- ]friendly|dogs?|cats?|pupp(?:y|ies)|kittens?|animals?"),
    STEP_FREE(
            "stepFree",
            "step-free",
            "step[- ]free|wheelchair(?:[- ](?:access\\w*|friendly))?|accessible|no (?:stairs|steps)|ground[- ]floor"
                    + "|first floor only|without stairs"),
    POOL("pool", "a pool", "(?:swimming )?pool"),
    BALCONY("balcony", "a balcony", "balcony|terrace|patio"),
    ELEVATOR("elevator", "an elevator", "elevators?"),
    AIR_CONDITIONING("airConditioning", "air conditioning", "air[- ]?conditioning|a/c");

    final String key;
    final String display;
    final Pattern words;

    Feature(String name, String display, String words) {
        this.key = "mustHaves." + name;
        this.display = display;
        this.words = Pattern.compile("(?<![\\w'])(?:" + words + ")(?![\\w'])");
    }
}
