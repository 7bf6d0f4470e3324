package io.doorstep.language;

import java.util.regex.Pattern;

/** How people and assistants speak of visits: verbs of coming, other plans, proposals, bookings. */
final class VisitWords {

    static final Pattern VISIT = Pattern.compile(
            "\\b(?:visit\\w*|viewings?|view|tour\\w*|showing|see|look at|check (?:it|this|that) out|appointment"
                    + "|schedul\\w+|book\\w*|come(?: by| over| in)?|check out|stop by|drop by|swing by|go(?:ing)? (?:there"
                    + "|see|look|to|on)|meet|walk through"
                    + "|take a look|inspect|be there|try|(?:can|could) we|how about|what about|let's|(?:i'm|i am|we're|we are) (?:free|available|around|open))\\b");

    /** Says by itself that a home is to be visited; the others could be a cab that comes. */
    static final Pattern VISIT_SURELY = Pattern.compile(
            "\\b(?:visit|viewing|tour|showing|(?:see|view|look at) (?:it|(?:the|an?|this|that) (?:apartment|place|house|home"
                    + "|property|condo|unit)))\\b");

    private static final Pattern EXCEPT =
            Pattern.compile("\\b(?:except|besides|not|instead of|other than)(?: \\w+){0,2} ?$");

    private static final Pattern BUSY =
            Pattern.compile("\\b(?:can't (?:do|make|come|on)|cannot|won't work|doesn't work|busy|unavailable|born|since"
                    + "|from)(?: \\w+){0,2} ?$"
                    + "|\\b(?:need|all|everything|done|that'?s it)(?: for)? $|\\b(?:nice|great|lovely|beautiful"
                    + "|good) day $");

    private static final String TURNS_BACK = "(?!can we|could we|can i|how about|what about|let's|would like)";

    /** "I have an interview on Friday" is no wish to come on Friday. */
    private static final Pattern OWN_PLANS = Pattern.compile(
            "\\b(?:i|we)(?:'ve| have| had)(?: got)?(?: \\w+)? (?:an? |my |another |to (?!look|see|visit|view|come)"
                    + "|some )(?:"
                    + TURNS_BACK
                    + "[^.?!,]){0,40}$|\\b(?:i|we)(?:'ve| have)(?: got)? plans\\b[^.?!,]{0,20}$|\\b(?:wedding|interview|birthday|party|date i have)\\b(?:"
                    + TURNS_BACK + "[^.?!,]){0,12}$");

    private static final Pattern TELLS_OWN_PLANS = Pattern.compile(
            "\\b(?:i|we)(?:'ve| have| had| forgot| just remembered| remembered)\\b[^.?!]{0,40}\\b(?:an?|my|our|some)\\b");

    private static final Pattern TAKEN = Pattern.compile(
            "^(?:(?!\\b(?:because|coz|cuz|cos|since|so)\\b)[^.?!]){0,12}\\b(?:i have|i've got|is taken|doesn't work|won't work|isn't good|is no good"
                    + "|is bad|is (?:my|our)|i'm busy|i am busy|i can't|there's a|is not)\\b"
                    + "|^[^?!]{0,16}\\b(?:(?:oh )?wait,? (?:actually )?(?:i|we)(?:'ve| have| had| can't| forgot)|but (?:now )?(?:i|we) (?:just |now )?(?:can't|have an?|forgot|remember\\w*))\\b");

    private static final Pattern MOVING = Pattern.compile(
            "\\b(?:mov(?:e|ing)(?! (?:it|this|that|my|our|the (?:visit|viewing|appointment|tour|meeting|time))\\b| to $)(?: in)?|lease (?:ends|is up|starts|expires)|available from|start(?:ing|s)?"
                    + "|close|closing|settled)\\b[^.?!]{0,24}$");

    /** What is booked is no longer a proposal. */
    private static final Pattern BOOKED = Pattern.compile(
            "\\b(?:(?:is|been|success\\w+|now|i've|i have) (?:now |been |success\\w+ |gone ahead and )?(?:scheduled"
                    + "|booked|reserved|confirmed|set)|visit confirmed)\\b");

    private static final Pattern PROPOSES = Pattern.compile(
            "\\b(?:available|we can do|can do|set for|booked|scheduled|opening|slot|how about|works?|only time"
                    + "|free at|(?:is|are) free|can you do|will .{3,30} (?:work|do)|have (?:something|an? \\w+|you)(?: \\w+){0,3} (?:on|at|for))\\b|^\\W*(?:at )?\\d{1,2}(?::\\d\\d)? ?[ap]m");

    private static final Pattern CHANGES = Pattern.compile(
            "\\b(?:chang\\w+|reschedul\\w+|move (?:it|the|my|our|that|this|to)|instead|another|different|cancel"
                    + "|make it|switch|earlier|later|rather|postpone|can (?:we|i)|could (?:we|i)|how about"
                    + "|what about|let's|try)\\b");

    private static final Pattern ASKS_OWN_CALENDAR = Pattern.compile(
            "\\b(?:(?:am i|if i'm|if i am|whether i am|whether i'm) (?:free|available)|(?:when|that) i am free"
                    + "|i'm free (?:on )?.*\\?"
                    + "|(?<!change |with |fits |in )my (?:schedule|calendar|availability|free time)|do i have|free time|when am i"
                    + "|(?<!any )available (?:time|slot)|time (?:am|do) i)\\b");

    private static final Pattern CALENDAR = Pattern.compile(
            "\\b(?:calendar|you(?:'re| are) (?:free|available)|(?:are|is|am) free|free (?:from|on|all|slots?|until)|(?:empty|open|available) slots?|slots? (?:starts?|is|are)|you have (?:some |free )?time)\\b");

    private VisitWords() {}

    /** Nothing but a day or an hour: "Monday at 1 pm". */
    private static final Pattern ONLY_A_TIME =
            Pattern.compile("^\\W*(?:(?:on|at|for|this|next|maybe|yes|ok|that will be|is it|is)\\b\\W*){0,3}(?:"
                    + Vocabulary.WEEKDAY + "\\b|" + Vocabulary.MONTH
                    + " \\d|the \\d{1,2}(?:st|nd|rd|th)|\\d{1,2}(?::\\d\\d)? ?[ap]\\.?m\\b).{0,24}$");

    /** Whether a day between these words is one on which the lead could come. */
    static boolean comes(String before, String after) {
        return !EXCEPT.matcher(before).find()
                && !BUSY.matcher(before).find()
                && !OWN_PLANS.matcher(before).find()
                && !MOVING.matcher(before).find()
                && !TAKEN.matcher(after).find();
    }

    /** What else they have to do is no request for it: "I have a dinner then" asks for no table. */
    static boolean tellsOwnPlans(Sentence sentence) {
        return sentence.holds(TELLS_OWN_PLANS);
    }

    /** "March 4th instead of the 9th" proposes the 4th. */
    static boolean excepted(String before) {
        return EXCEPT.matcher(before).find();
    }

    static boolean asksOwnCalendar(Sentence sentence) {
        return sentence.holds(ASKS_OWN_CALENDAR);
    }

    static boolean aboutCalendar(String folded) {
        return ASKS_OWN_CALENDAR.matcher(folded).find()
                || CALENDAR.matcher(folded).find();
    }

    static boolean changes(String folded) {
        return CHANGES.matcher(folded).find();
    }

    static boolean proposes(String folded) {
        return PROPOSES.matcher(folded).find()
                || ONLY_A_TIME
                        .matcher(folded.substring(folded.lastIndexOf('\n') + 1))
                        .matches();
    }

    static boolean announcesBooking(String folded) {
        return BOOKED.matcher(folded).find() && folded.indexOf('?') < 0 && Topic.of(folded) != Topic.ELSEWHERE;
    }
}
