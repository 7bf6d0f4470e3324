package io.doorstep.language;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Why they move. Reasons that touch on a protected trait (a child, a marriage, an illness) have no value of their own;
 * given as an answer, every reason counts alike.
 */
final class Motivations {

    private static final String KEY = "motivation";

    private static final List<Sign> SIGNS = List.of(
            sign(
                    "lease ending",
                    "lease is ending",
                    "(?:the |our |my )?lease (?:ends?|is (?:up|ending|over)|runs out|expires|won't be renewed)"),
            sign(
                    "landlord selling",
                    "landlord is selling",
                    "(?:the |our |my )?landlord(?:'s| is| wants to)? sell(?:ing)?"),
            sign(
                    "rent increase",
                    "rent is going up",
                    "(?:rent|landlord) (?:\\w+ ){0,3}(?:going up|increas\\w+|rais(?:ed|ing)|went up|hike)|rais(?:ed|ing) (?:my|our|the) rent"),
            sign("relocation", "relocating", "relocating|relocation"),
            sign(
                    "new job",
                    "new job",
                    "new job|job offer|relocat\\w+ for (?:work|a job|my job)|transferr?ed|job transfer|got a job"
                            + "|starting (?:a )?(?:new )?work|new position|work is moving"),
            sign(
                    "shorter commute",
                    "closer to work",
                    "(?:clos(?:er|e)|near(?:er)?) to (?:my |our )?(?:work|office|job)|shorter commute|commute is (?:too )?long|long commute"),
            sign(
                    "more space",
                    "needs more space",
                    "more (?:space|room)|bigger (?:place|home|house|apartment)|larger (?:place|home|house)"
                            + "|(?:too|getting) (?:small|tight|cramped|crowded)|outgr\\w+|upsiz\\w+|run(?:ning)? out of (?:space|room)"),
            sign(
                    "less space",
                    "wants less space",
                    "downsiz\\w+|smaller (?:place|home|house)|empty nest\\w*|too (?:big|large) for"),
            sign(
                    "lower cost",
                    "lower cost",
                    "(?:save|saving) money|too expensive (?:here|where|now)|lower (?:cost|costs|payment)|cost of living"),
            sign("retirement", "retirement", "retir(?:e|ing|ed|ement)"),
            sign("inheritance", "inherited the home", "inherited"),
            sign("investment", "investment", "invest(?:ment|ing|or)|rental income|flip(?:ping)?"),
            sign(
                    "first home",
                    "first home",
                    "first (?:home|house|place)|first[- ]time (?:home ?)?buyers?|tired of renting|sick of renting|stop renting|throwing (?:away )?(?:money|rent)"));

    private static final Pattern UNSAID = Pattern.compile(
            "\\b(?:don't know|not sure|no reason|no idea|none of your|rather not|private|personal|doesn't matter|skip|pass)\\b");

    private Motivations() {}

    private static Sign sign(String value, String display, String words) {
        return Sign.of(KEY, value, display, 0.85, words);
    }

    static void read(Reading reading, Polarity polarity) {
        if (!reading.aboutHomes()) return;
        Sign.read(reading, SIGNS);
        boolean answers = reading.heard.asked(Question.MOTIVATION) && !reading.has(KEY) && !reading.sentences.isEmpty();
        if (!answers || polarity.denies() || UNSAID.matcher(reading.folded).find()) return;
        var first = reading.sentences.getFirst();
        if (first.isQuestion()
                || reading.facts().stream().anyMatch(fact -> fact.start() <= first.start() && !fact.fromContext()))
            return;
        if (reading.tokens.size() >= 2) reading.infer(KEY, "other", "own reasons", first.start(), first.end(), 0.7);
    }
}
