package io.doorstep.language;

import java.util.List;
import java.util.regex.Pattern;

/** What an owner says of the home they sell or let: its condition, and what is still owed on it. */
final class OwnersHome {

    static final String OWED = "mortgageOwed";

    private static final Pattern OWES = Pattern.compile(
            "\\b(?:owe|owing|left on (?:it|the|my|our)|still to pay|mortgage (?:balance|of|is|left)|(?:loan|remaining) balance|payoff)\\b");

    private static final Pattern PAID_OFF = Pattern.compile("\\b(?:(?:it's |is |fully |all )*paid off|free and clear"
            + "|no mortgage(?: on it| left| anymore)?|owe nothing|don't owe anything|nothing owed)\\b");

    private static final List<Sign> CONDITION = List.of(
            Sign.of(
                    "condition",
                    "good",
                    "in good condition",
                    0.85,
                    "(?:in )?(?:good|great|excellent|perfect|mint|nice|decent) (?:shape|condition)"
                            + "|well[- ](?:kept|maintained)|move[- ]in ready|turn[- ]?key"),
            Sign.of(
                    "condition",
                    "renovated",
                    "renovated",
                    0.85,
                    "(?:(?:fully|newly|recently|completely|just|was|been|is|all|totally) )+(?:renovated|remodel+ed|updated|redone)"
                            + "|new (?:roof|kitchen|windows|floors|hvac|furnace)"),
            Sign.of(
                    "condition",
                    "needs work",
                    "needs work",
                    0.85,
                    "needs? (?:\\w+ ){0,3}(?:work|repairs?|updating|renovat\\w+|roof|tlc|fixing|paint\\w*|love|remodel\\w*)"
                            + "|fixer(?:[- ]upper)?|run[- ]?down|bad (?:shape|condition)|poor (?:shape|condition)|outdated|as[- ]is"));

    private OwnersHome() {}

    static boolean owes(Sentence sentence) {
        return sentence.holds(OWES);
    }

    /** A buyer's "needs work" is no condition of a home they own. */
    static void read(Reading reading) {
        if (!reading.isOwner()) return;
        Sign.read(reading, CONDITION);
        var paid = PAID_OFF.matcher(reading.folded);
        if (!paid.find()) return;
        var nothing = new Price(0.0, 0.0, reading.context.currency(), false, false);
        reading.note(OWED, nothing.value(), "paid off", paid.start(), paid.end(), 0.85);
        reading.drop("financing");
    }
}
