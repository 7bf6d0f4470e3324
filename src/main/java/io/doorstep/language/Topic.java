package io.doorstep.language;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether talk is about homes or about something else. People ask an assistant for cabs and tables too, and "two, on
 * Friday" said to that is no wish for a home.
 */
enum Topic {
    HOMES,
    ELSEWHERE;

    private static final int LOOK_BACK = 12;

    private static final Pattern ELSEWHERE_SURELY =
            Pattern.compile("\\b(?:cabs?|taxis?|uber|lyft|rides?|license plate|drivers?"
                    + "|restaurants?|a table|dine|dining"
                    + "|flights?|airlines?|airports?|hotels?|weather|forecast|temperature|movies?|films?|songs?"
                    + "|music|albums?|playlist|concerts?"
                    + "|tickets?|buses|bus|trains?|cars?|pick(?:ed|ing)?[ -]?up|drop(?:ped|ping)?[ -]?off|vehicles?"
                    + "|sedan|hatchback|suv|reservations?|reserved?|calendar|an? event|the event"
                    + "|am i free|am i available|i free|my free time|free time|free slots?|my availability"
                    + "|(?<!change |with |fits |in )my schedule"
                    + "|dentists?|doctors?|therapists?|psychologists?|psychiatrists?|hair|stylists?|salons?|alarms?"
                    + "|bank account|account balance|transfer"
                    + "|vegetarians?|seating|pizza|menu|cuisine|food|dinner|lunch|breakfast|attractions?|museums?"
                    + "|recipes?|joke)\\b");

    private static final Pattern HOMES_SURELY = Pattern.compile(
            "\\b(?:apartments?|appartments?|aparments?|apts?|houses?|homes?|condos?|flats?|property|properties"
                    + "|propert|bed ?rooms?|beds|baths?"
                    + "|real estate|studio|furnished|accommodation|accomodation|residence|place to (?:live|buy"
                    + "|stay)|garage|laundry|parking (?:for|spots?|spaces?)|listing|(?:\\d|two|three)[- ]car|casa|departamento|habitaciones)\\b");

    /** Fits homes, unless the words name something else: one rents cars too. */
    private static final Pattern HOMES_LIKELY = Pattern.compile(
            "\\b(?:rent|lease|tour|viewing|visit|unit|pets|move in|place to rent|buy|sell|mortgage)\\b");

    /** The topic of the words alone; null when they fit anything ("yes, two"). */
    static @Nullable Topic of(String folded) {
        if (HOMES_SURELY.matcher(folded).find()) return HOMES;
        if (ELSEWHERE_SURELY.matcher(folded).find()) return ELSEWHERE;
        return HOMES_LIKELY.matcher(folded).find() ? HOMES : null;
    }

    /** Words that fit anything belong to what was talked about last; the product's own topic is homes. */
    static Topic of(String folded, List<DialogueContext.Turn> history) {
        var own = of(folded);
        if (own != null) return own;
        int oldest = Math.max(0, history.size() - LOOK_BACK);
        for (int at = history.size() - 1; at >= oldest; at--) {
            var earlier = of(Fold.of(Reading.clip(history.get(at).text())));
            if (earlier != null) return earlier;
        }
        return HOMES;
    }
}
