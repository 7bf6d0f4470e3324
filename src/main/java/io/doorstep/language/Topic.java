package io.doorstep.language;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether talk is about homes or about something else. People ask an assistant for cabs and tables too, and "two, on Friday"
 * said to that is no wish for a home.
 */
enum Topic {
    HOMES,
    ELSEWHERE;

    private static final int LOOK_BACK = 12;

    private static final Pattern ELSEWHERE_SURELY = Pattern.compile(
            "\\b(?:cabs?|taxis?|uber|lyft|(?:shared|pool|luxury|regular) rides?|a ride|your ride|driver|restaurants?|a table|dine|dining"
                    + "|flights?|airlines?|airports?|hotels?|weather|forecast|temperature|movies?|films?|songs?|music|albums?|playlist|concerts?"
                    + "|tickets?|buses|bus|trains?|rental cars?|car rental|(?:rent|hire) (?:a|the) car|calendar|an? event|the event"
                    + "|am i free|am i available|i am free|i'm free|my free time|free time|free slots?|my availability|my schedule"
                    + "|dentists?|doctors?|therapists?|psychologists?|psychiatrists?|hair|stylists?|salons?|alarms?|my (?:bank|account|balance)|transfer"
                    + "|attractions?|museums?|recipes?|joke)\\b");

    private static final Pattern HOMES_LIKELY = Pattern.compile(
            "\\b(?:apartments?|appartments?|aparments?|houses?|homes?|condos?|flats?|property|properties|propert|bed ?rooms?|beds|baths?"
                    + "|rent|lease|tour|viewing|visit|listing|real estate|studio|unit|furnished|pets|accommodation|accomodation"
                    + "|residence|place to (?:live|rent|buy|stay)|move in|garage|laundry)\\b");

    /** The topic of the words alone; null when they fit anything ("yes, two"). */
    static @org.jspecify.annotations.Nullable Topic of(String folded) {
        if (HOMES_LIKELY.matcher(folded).find() && !onlyMentions(folded)) return HOMES;
        return ELSEWHERE_SURELY.matcher(folded).find() ? ELSEWHERE : null;
    }

    private static boolean onlyMentions(String folded) {
        return folded.contains("rent a car") || folded.contains("hire a car") || folded.contains("car rental");
    }

    static boolean elsewhere(String folded) {
        return ELSEWHERE_SURELY.matcher(folded).find();
    }

    /** Words that fit anything belong to what was talked about last; the product's own topic is homes. */
    static Topic of(String folded, List<DialogueContext.Turn> history) {
        var own = of(folded);
        if (own != null) return own;
        int oldest = Math.max(0, history.size() - LOOK_BACK);
        for (int at = history.size() - 1; at >= oldest; at--) {
            var earlier = of(Fold.of(history.get(at).text()));
            if (earlier != null) return earlier;
        }
        return HOMES;
    }
}
