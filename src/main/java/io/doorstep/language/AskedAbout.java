package io.doorstep.language;

import java.util.EnumSet;
import java.util.Set;

/** What a question is about: one home, the agency, or how things are done. A search in question form is none of these. */
final class AskedAbout {

    private static final Cue AUTOMATED = Cue.of("""
            are you (?:\\w+ ){0,2}(?:bot|chat ?bot|robot|human|real|person|machine|ai|automated|computer|program|software)(?: person)?
            (?:am i|is this|is it)(?: \\w+){0,4} (?:bot|chat ?bot|robot|human|real person|machine|ai|automated|computer)
            who am i (?:talking|speaking|chatting) (?:to|with)""");

    private static final Cue AGENCY = Cue.of("""
            your (?:offices?|office hours|business hours|opening hours|hours|company|agency|team|agents?|website|license|phone number|e-?mail|reviews?|experience|address)
            (?:are|is) (?:you|your office|the office)(?: guys| folks)? (?:\\w+ )?(?:open|closed|located|licensed|local|independent)|when (?:do|are) you (?:open|close)|where are you(?: located| based)?
            how long have you(?: guys)? been|(?:what|which) (?:company|agency|brokerage|areas do you)|who are you|are you (?:a|with) (?:realtors?|brokers?|agency|re/?max|keller)
            do you(?: guys| all| also| only| even){0,2} (?:work (?:with|in|on)|cover|serve|service|handle|manage|deal with|help (?:with|people)|speak|represent|do (?:property management|rentals|commercial|sales))
            (?:does|do) (?:anyone|any of your agents|your agents?) speak|(?:agent|someone) who speaks|who (?:would|will) (?:i be working with|be my agent|show me)
            are you open|how many agents""");

    private static final Cue PROCESS = Cue.of("""
            how (?:does|do|would|will|can) (?:it|this|that|the \\w+(?: \\w+)?|an? \\w+(?: \\w+)?|buying|selling|renting|things?|we|i) (?:\\w+ ){0,2}(?:work|go|proceed|start|begin|apply|happen|get started)
            (?:what|which) (?:\\w+ ){0,2}(?:documents?|papers?|paperwork|steps?|requirements?|qualifications?|do i need|do we need|is (?:needed|required)|are the (?:steps|requirements))
            what(?:'s| is| are| will be) (?:the |my |our )?(?:next steps?|process|procedure|first step|application process)|what (?:happens|comes) (?:next|after|then|if|when)|what do(?: i| we) do (?:next|now|first)
            do (?:i|we) (?:\\w+ )?(?:need|have) (?:to (?:be pre-?(?:approved|qualified)|sign|pay|bring|register|have|show|provide)|an? (?:agent|realtor|pre-?approval|co-?signer|guarantor|deposit|inspection))
            how long (?:does|do|will|would|is) (?:it|the|an?|closing|escrow|approval)(?: \\w+){0,4} (?:take|last|process)?|how soon (?:can|could) (?:i|we) (?:close|move|get)
            (?:what is|what's|explain|what does) (?:an? |the )?(?:earnest money|escrow|closing costs?|contingency|pre-?approval|buyer'?s? agreement|title insurance|inspection|appraisal)(?: mean)?
            how (?:do|can|would) (?:i|we) (?:apply|make an offer|put in an offer|submit|buy|sell|rent|get pre-?approved|schedule|book)|where do i (?:start|apply|sign)""");

    private static final Cue LISTING = Cue.of("""
            it|its|that one|this one|the one|there|they
            (?:the|that|this|your|these|those) (?:\\w+ ){0,2}(?:<home>|listing|building|garage|yard|rent|price|deposit|lease|hoa|bedrooms?|bathrooms?|kitchen|roof|basement|pool|parking|laundry|address|street|seller|owner|landlord)
            (?:pets?|dogs?|cats?|utilities|parking|laundry|heating|hoa|appliances|deposit|square f\\w+|sq ?ft|furnished|still (?:available|free|for sale|on the market)|lease (?:term|length))
            how (?:big|large|old|many (?:bed|bath|rooms|square|floors|stories))|how much (?:is|are|does|would)|price reduction|what(?:'s| is) the (?:price|rent|asking|address|size|hoa)""");

    private AskedAbout() {}

    static Set<Intent> in(Reading reading) {
        var about = EnumSet.noneOf(Intent.class);
        for (var sentence : reading.sentences) {
            if (AUTOMATED.heardIn(sentence)) {
                about.add(Intent.ASKS_IF_AUTOMATED);
            } else if (sentence.isQuestion() && reading.aboutHomes()) {
                kind(reading, sentence, about);
            }
        }
        return about;
    }

    /** "Do I need to be pre-approved?" states nothing about the lead. */
    static boolean howThingsGo(Sentence sentence) {
        return sentence.isQuestion() && PROCESS.heardIn(sentence);
    }

    private static void kind(Reading reading, Sentence sentence, Set<Intent> about) {
        if (PROCESS.heardIn(sentence)) {
            about.add(Intent.ASKS_PROCESS);
        } else if (AGENCY.heardIn(sentence)) {
            about.add(Intent.ASKS_AGENCY);
        } else if (sentence.asksAboutAHome() && LISTING.heardIn(sentence)) {
            about.add(Intent.ASKS_LISTING);
        }
    }
}
