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
    PETS(
            "pets",
            "pets allowed",
            "pets?|pet[- ]friendly|dogs?|cats?|pupp(?:y|ies)|kittens?|(?<!service |support )animals?"),
    ASSISTANCE_ANIMAL(
            "assistanceAnimal",
            "room for an assistance animal",
            "(?:service|support|guide|assistance|therapy|seeing[- ]eye|hearing) (?:dogs?|animals?|cats?|pets?)|esa"),
    STEP_FREE(
            "stepFree",
            "step-free",
            "step[- ]free|wheelchair(?:[- ](?:access\\w*|friendly|ramps?))?|accessible|no (?:stairs|steps)|(?:can't|cannot|can not) (?:do|climb|manage|use) (?:the )?(?:stairs|steps)"
                    + "|(?:ground|first)[- ]floor (?:only|unit|apartment|bedroom)|ground[- ]floor|without (?:stairs|steps)|(?:grab bars|roll[- ]in shower|walk[- ]in shower|wheelchair ramp)"),
    SINGLE_STORY(
            "singleStory",
            "a single story",
            "(?:single|one)[- ](?:story|storey|level|floor)|ranch[- ]style|all (?:on )?one (?:level|floor)"),
    POOL("pool", "a pool", "(?:swimming )?pool"),
    BALCONY("balcony", "a balcony", "balcony|terrace|patio"),
    ELEVATOR("elevator", "an elevator", "elevators?"),
    AIR_CONDITIONING(
            "airConditioning",
            "air conditioning",
            "air[- ]?condition(?:ing|er)|a/c|central air|(?:window|central|with|has|have|need) ac"),
    FIREPLACE("fireplace", "a fireplace", "fire ?places?"),
    BASEMENT("basement", "a basement", "basements?"),
    HOME_OFFICE(
            "homeOffice",
            "a home office",
            "home office|office space|(?:an|dedicated|separate) office|room for an office"),
    DISHWASHER("dishwasher", "a dishwasher", "dish ?washers?"),
    STORAGE("storage", "storage", "(?:extra |lots of |more )?storage(?: (?:space|room|unit))?");

    final String key;
    final String display;
    final Pattern words;

    Feature(String name, String display, String words) {
        this.key = "mustHaves." + name;
        this.display = display;
        this.words = Pattern.compile("(?<![\\w'])(?:" + words + ")(?![\\w'])");
    }
}
