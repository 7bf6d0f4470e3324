package io.doorstep.language;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How the lead stands: money arranged or not, agent or not, home to sell or not, what kind of home, and why they move.
 */
final class Circumstances {

    private record Sign(String key, Object value, String display, double confidence, Pattern pattern) {
        static Sign of(String key, Object value, String display, double confidence, String regex) {
            return new Sign(key, value, display, confidence, Pattern.compile("\\b(?:" + regex + ")"));
        }
    }

    /** In order: what stands later in the list holds when both are said ("not pre-approved yet"). */
    private static final List<Sign> SIGNS = List.of(
            Sign.of(
                    "financing",
                    "PRE_APPROVED",
                    "pre-approved",
                    0.9,
                    "(?:already |have (?:a |an |our |my )?|got (?:a |our |my )?|are |i'm |we're |been |fully "
                            + "|is )*pre-? ?(?:approv(?:ed|al)|qualified|qualification)\\b(?: letter)?"
                            + "|mortgage (?:is )?approved\\b|(?:been |already |got )?approved (?:by|for|with)\\b"),
            Sign.of(
                    "financing",
                    "IN_PROGRESS",
                    "in progress",
                    0.9,
                    "(?:working on|waiting (?:for|on)|applied for|applying for|in the process of|getting"
                            + "|talking (?:to|with)|about to get|pending"
                            + "|should have)(?: \\w+){0,4} (?:pre-? ?(?:approv\\w+|qualif\\w+)|mortgage|loan|lender"
                            + "|bank|financing)\\b"),
            Sign.of(
                    "financing",
                    "NEEDED",
                    "needed",
                    0.9,
                    "(?:need|looking for|don't have|do not have|haven't (?:got|gotten|started|arranged)|no"
                            + "|not(?: yet)?(?: been)?|without|have to (?:get|find"
                            + "|arrange))(?: \\w+){0,3} (?:pre-? ?(?:approv\\w+|qualif\\w+)|mortgage|a loan"
                            + "|home loan|financing|lender)\\b|not pre-? ?approved\\b|to be arranged\\b"
                            + "|not arranged\\b"),
            Sign.of(
                    "financing",
                    "CASH",
                    "cash",
                    0.9,
                    "(?:(?:pay(?:ing)?|buy(?:ing)?|all|in|with|full|it's|is|be|a|have the"
                            + "|an all)[ -])?cash(?! ?(?:back|flow|app))(?: (?:from the sale|buyers?|offer|purchase"
                            + "|deal|payment))?\\b"),
            Sign.of(
                    "representedByAgent",
                    true,
                    "has an agent",
                    0.9,
                    "(?:have|has|got|using|working with|work with|represented by|signed with) (?:already )?(?:an?"
                            + "|my|our|another)(?: \\w+)? (?:agent|realtor|broker)\\b|(?:my|our) (?:own )?(?:agent"
                            + "|realtor)\\b"),
            Sign.of(
                    "representedByAgent",
                    false,
                    "no agent",
                    0.9,
                    "(?:no|don't have an?|do not have an?|haven't got an?|not working with an?|without an?"
                            + "|not (?:with|represented by) an?)(?: other| another)? (?:agent|realtor|broker)\\b"),
            Sign.of(
                    "currentHome",
                    "rents",
                    "rents",
                    0.85,
                    "(?:we|i) (?:are |am )?(?:currently |now |still |just )?rent(?:ing)?\\b(?! (?:out|an? |it|one"
                            + "|or|something|this|that))|(?:we're|i'm) (?:currently |now |still "
                            + "|just )?renting\\b(?! (?:out|an? ))|(?:my|our) (?:lease|landlord)\\b"),
            Sign.of(
                    "currentHome",
                    "owns",
                    "owns",
                    0.85,
                    "(?:we|i) (?:currently |already )?own (?:a|our|my|the)(?: \\w+)? (?:home|house|place|condo"
                            + "|apartment)\\b|(?:we're|i'm|we are|i am) (?:a )?homeowners?\\b"),
            Sign.of(
                    "currentHome",
                    "mustSell",
                    "must sell first",
                    0.9,
                    "(?:have to|need to|must|got to) sell(?: \\w+){0,6} first\\b|sell(?: \\w+){1,6} first\\b"
                            + "|(?:home|house|place|condo) to sell\\b|contingent on selling\\b"),
            Sign.of(
                    "propertyType",
                    "house",
                    "house",
                    0.7,
                    "(?:single[- ]family|detached|house|houses)\\b(?! (?:hunting|keeping))"),
            Sign.of("propertyType", "condo", "condo", 0.85, "(?:condos?|condominiums?)\\b"),
            Sign.of("propertyType", "townhouse", "townhouse", 0.85, "town ?(?:house|home)s?\\b"),
            Sign.of("propertyType", "apartment", "apartment", 0.7, "(?:apt|apartment|appartment|flat)\\b"),
            Sign.of(
                    "propertyType",
                    "land",
                    "land",
                    0.85,
                    "(?:vacant land|plot of land|piece of land|acreage|empty lot)\\b"),
            Sign.of(
                    "motivation",
                    "landlord selling",
                    "landlord is selling",
                    0.9,
                    "(?:the |our |my )?landlord(?:'s| is)? selling\\b"),
            Sign.of(
                    "motivation",
                    "lease ending",
                    "lease is ending",
                    0.85,
                    "(?:the |our |my )?lease (?:ends?|is (?:up|ending|over)|runs out|expires)\\b"),
            Sign.of(
                    "motivation",
                    "new job",
                    "new job",
                    0.85,
                    "(?:new job|job offer|relocat\\w+ for work|transferr?ed|job transfer"
                            + "|starting (?:a )?(?:new )?work)\\b"),
            Sign.of("motivation", "relocation", "relocating", 0.8, "(?:relocating|relocation)\\b"),
            Sign.of(
                    "motivation",
                    "more space",
                    "needs more space",
                    0.85,
                    "(?:more (?:space|room)|bigger (?:place|home|house|apartment)|too small|outgr\\w+|upsiz\\w+)\\b"),
            Sign.of(
                    "motivation",
                    "less space",
                    "wants less space",
                    0.85,
                    "(?:downsiz\\w+|smaller (?:place|home|house)|empty nest\\w*|too (?:big|large) for)\\b"),
            Sign.of(
                    "motivation",
                    "investment",
                    "investment",
                    0.85,
                    "(?:invest(?:ment|ing|or)|rental income|flip(?:ping)?)\\b"),
            Sign.of(
                    "motivation",
                    "first home",
                    "first home",
                    0.8,
                    "(?:first (?:home|house|place)|first[- ]time (?:home ?)?buyers?|tired of renting|stop renting)\\b"));

    private Circumstances() {}

    static void read(Reading reading, Polarity polarity) {
        if (!reading.aboutHomes()) return;
        for (var sign : SIGNS) {
            var found = sign.pattern.matcher(reading.folded);
            while (found.find()) {
                var sentence = reading.sentenceAt(found.start());
                if (sentence.asksAboutAHome() || isName(reading, found.start())) continue;
                reading.note(sign.key, sign.value, sign.display, found.start(), found.end(), sign.confidence);
            }
        }
        answer(reading, polarity);
    }

    private static boolean isName(Reading reading, int start) {
        return start > 1
                && Character.isUpperCase(reading.text.charAt(start))
                && Character.isLetter(reading.text.charAt(start - 2));
    }

    private static void answer(Reading reading, Polarity polarity) {
        if (reading.sentences.isEmpty() || polarity.affirms() == polarity.denies()) return;
        var first = reading.sentences.getFirst();
        yesNo(
                reading,
                Question.REPRESENTED,
                "representedByAgent",
                polarity.affirms(),
                polarity.affirms() ? "has an agent" : "no agent",
                first);
        if (polarity.denies() || !reading.heard.offersAlternatives()) {
            yesNo(
                    reading,
                    Question.FINANCING,
                    "financing",
                    polarity.affirms() ? "PRE_APPROVED" : "NEEDED",
                    polarity.affirms() ? "pre-approved" : "needed",
                    first);
        }
        if (polarity.affirms()) {
            yesNo(reading, Question.CURRENT_HOME, "currentHome", "mustSell", "must sell first", first);
        } else {
            yesNo(reading, Question.CURRENT_HOME, "currentHome", "nothingToSell", "nothing to sell", first);
        }
    }

    private static void yesNo(
            Reading reading, Question question, String key, Object value, String display, Sentence sentence) {
        if (!reading.heard.asked(question) || reading.has(key)) return;
        reading.infer(key, value, display, sentence.start(), sentence.end(), 0.75);
    }
}
