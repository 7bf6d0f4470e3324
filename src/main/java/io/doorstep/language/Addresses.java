package io.doorstep.language;

import java.util.regex.Pattern;

/** The address of a home that the lead sells or lets. A buyer's street address is a listing, not theirs. */
final class Addresses {

    private static final Pattern ADDRESS = Pattern.compile("(?<![\\w$-])\\d{1,5}[a-z]?(?: (?:[nsew]|north|south|east"
            + "|west)\\.?)? [a-z][a-z'.-]{1,24}(?: [a-z][a-z'.-]{1,24}){0,3} (?:street|st|avenue|ave|road"
            + "|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|way|circle|cir|place|pl|terrace|parkway|trail"
            + "|highway|loop)\\b\\.?(?:,? (?:apt|unit|#) ?\\w{1,5})?");

    private Addresses() {}

    static void read(Reading reading) {
        if (!reading.isOwner() && !reading.heard.asked(Question.PROPERTY_ADDRESS)) return;
        var found = ADDRESS.matcher(reading.folded);
        if (!found.find()) return;
        var address = reading.text.substring(found.start(), found.end());
        reading.note("propertyAddress", address, address, found.start(), found.end(), 0.9);
    }
}
