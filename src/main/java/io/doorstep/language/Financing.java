package io.doorstep.language;

import java.util.List;
import java.util.regex.Pattern;

/** Whether the money is there: cash, pre-approved, on its way, or still to be arranged. */
final class Financing {

    private static final String KEY = "financing";
    private static final String APPROVAL = "pre-? ?(?:approv\\w+|qualif\\w+)";

    private static final List<Sign> SIGNS = List.of(
            sign(
                    "PRE_APPROVED",
                    "pre-approved",
                    "(?:already |have (?:a |an |our |my )?|got (?:a |our |my )?|are |i'm |we're |been |fully |is )*"
                            + "pre-? ?(?:approv(?:ed|al)|qualified|qualification)(?: letter)?|(?:mortgage|loan|financing)(?: is| was| got)? approved"
                            + "|(?:been |already |got )?approved (?:by|for|with)|letter from (?:my|our|the|a) (?:bank|lender|credit union)"
                            + "|financing (?:is )?(?:in place|secured|lined up|sorted|done|ready)"),
            sign(
                    "IN_PROGRESS",
                    "in progress",
                    "(?:working on|waiting (?:for|on)|applied for|applying for|in the process of|getting"
                            + "|talking (?:to|with)|spoke (?:to|with)|meeting with|about to get|pending|should have)(?: \\w+){0,4} "
                            + "(?:" + APPROVAL
                            + "|mortgage|loan|lender|bank|financing)|(?:lender|bank) is (?:working|reviewing|processing)(?: on (?:it|that))?"
                            + "|" + APPROVAL + " (?:is )?(?:in progress|pending|in process)"),
            sign(
                    "NEEDED",
                    "needed",
                    "(?:need|looking for|don't have|do not have|haven't (?:got|gotten|started|arranged|talked|spoken|applied|been)|no"
                            + "|not(?: yet)?(?: been)?|without|have to (?:get|find|arrange))(?: \\w+){0,3} (?:"
                            + APPROVAL + "|mortgage|a loan|home loan|financing|lender)"
                            + "|not pre-? ?approved|to be arranged|not arranged"),
            sign(
                    "CASH",
                    "cash",
                    "(?:(?:pay(?:ing)?|buy(?:ing)?|all|in|with|full|it's|is|be|a|have the|an all)[ -])?cash(?! ?(?:back|flow|app))"
                            + "(?: (?:from the sale|buyers?|offer|purchase|deal|payment))?"
                            + "|(?:no|don't need an?y?|do not need an?y?|won't need an?y?|without) (?:mortgage|loan|financing)(?: needed| required| necessary)?(?= needed| required| necessary|\\W*$)"));

    /** Said to the question of it. */
    private static final Pattern UNDER_WAY = Pattern.compile(
            "\\b(?:working on (?:it|that)|in (?:the )?process|in progress|(?:talking|spoke|speaking|meeting) (?:to|with)|applied|waiting|almost|started|under way)\\b");

    private static final Pattern TO_COME = Pattern.compile(
            "\\b(?:still|not yet|to be arranged|arrang\\w+|not sure|haven't|later|the (?:last|latter)|need(?:s)? (?:to|one|a)|mortgage|loan|finance)\\b");

    private Financing() {}

    private static Sign sign(String value, String display, String words) {
        return Sign.of(KEY, value, display, 0.9, words);
    }

    static void read(Reading reading, Polarity polarity) {
        if (!reading.aboutHomes()) return;
        Sign.read(reading, SIGNS);
        if (!reading.heard.asked(Question.FINANCING) || reading.has(KEY) || reading.sentences.isEmpty()) return;
        var first = reading.sentences.getFirst();
        if (first.isQuestion()) return;
        if (first.holds(UNDER_WAY)) answer(reading, "IN_PROGRESS", "in progress");
        else if (polarity.denies() || first.holds(TO_COME)) answer(reading, "NEEDED", "needed");
        else if (polarity.affirms() && !reading.heard.offersAlternatives())
            answer(reading, "PRE_APPROVED", "pre-approved");
    }

    private static void answer(Reading reading, String value, String display) {
        var first = reading.sentences.getFirst();
        reading.infer(KEY, value, display, first.start(), first.end(), 0.75);
    }
}
