package io.doorstep.language;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What only a person may answer. */
final class Handovers {

    private static final Cue PERSON = Cue.of("""
            (?:talk|speak|chat|connect me|put me through|transfer me)(?: \\w+){0,2} (?:to|with) (?:an? |the |your |some |one of your )?(?:real |actual |live |human )?(?:person|human|agents?|someone|somebody|manager|realtor|broker|representative|rep)
            (?:get|want|need|prefer|rather have)(?: me)? an? (?:real |actual |live |human )?(?:person|human|agent|rep|representative|broker)(?: to (?:call|contact|help|answer|talk).*)?\\W*$
            real person|human being|actual (?:human|person)|live agent|persona real|hablar con
            ^\\W*(?:human|person|agent|operator|representative)(?:,? (?:please|now))?\\W*$
            call me back|give me a (?:call|ring|buzz)
            (?:can|could|would|will|may) (?:you|someone|somebody|an? (?:agent|person|realtor)) (?:please |just )?(?:call|phone|ring) (?:me|us)(?! an? )
            have (?:an agent|someone|somebody|a realtor|a person) (?:call|contact|phone|ring|reach)
            (?:not|don't|won't|rather not) (?:want to |wanna )?(?:talk|talking|chat|chatting|speak|speaking|deal|dealing) (?:to|with) (?:an? |this )?(?:ro)?bots?
            no (?:ro)?bots?|(?:sick|tired) of (?:this |the )?(?:ro)?bots?
            is there (?:an? )?(?:human|real person|person|someone|somebody|anyone|anybody) (?:there|i can|who|to)""").unless("""
            (?:are you|am i|is this|is it|were you)[^.?!]{0,40} (?:real|human|person)
            (?:already|just) (?:talked|spoke|talking|speaking|working)""");

    private static final Cue FEES = Cue.of("""
            commissions?
            (?:your|agent'?s?|agency|broker(?:age)?'?s?|realtor'?s?|listing agent|finder'?s?) (?:fees?|rates?|cut|charges?|percentage)
            how much (?:do|would|will) you(?: guys| all| folks)? (?:charge|take|get|cost|make)
            what (?:do|would|will) you(?: guys| all| folks)? (?:charge|take for)|do you(?: guys| all)? charge
            what(?:'s| is) your (?:percentage|pricing|cut)|what percentage
            how (?:do|are) (?:you|agents|realtors)(?: guys)? (?:get )?paid
            who pays (?:for )?(?:you|your|(?:the )?(?:\\w+(?:'s)? )?(?:agents?|realtors?|broker|commission))
            (?:pay|owe) you(?: guys)?
            cost (?:me )?(?:anything )?to (?:work with|use|hire|list with) (?:you|an agent)
            (?:is|are) your (?:service|help|assistance)s? free
            do i (?:have to |need to )?pay (?:an agent|the agent)""").unless("""
            (?:my|on|in|his|her|their) commissions?|(?:mortgage|interest) rates?""");

    private static final Cue OPINION = Cue.of("""
            (?:what|how much)(?:'s)?(?: [\\w']+){0,6} worth|worth (?:the (?:money|price)|that much|what they)
            is (?:it|that|this|the \\w+) (?:really |actually )?worth it
            (?:fair|reasonable|realistic) (?:price|value|deal|asking|offer|rent)|good (?:investment|value|deal)
            over-?priced|under-?priced|over-?valued|(?:price|rent)(?: is| seems| sounds)? (?:fair|reasonable|(?:priced )?too high)|asking too much
            (?:how much|what)(?: \\w+){0,3} (?:could|can|would|should|will|might) (?:i|we|it|(?:my|our) <home>)(?: \\w+){0,2} (?:get for|sell|list|ask|rent|go)(?: it)? ?(?:for|at)?
            what (?:price )?should (?:i|we) (?:offer|ask|list|price|bid)
            (?:home|house|property) (?:value|valuation|evaluation|estimate)s?|value of (?:my|our|the|this) <home>
            (?:estimate|value|appraise|evaluate) (?:my|our|the|this) <home>
            market value|cma|comparative market|free (?:valuation|estimate)|zestimate
            (?:prices?|market|rents?|values?)(?: \\w+){0,2} (?:(?:go|going|come|coming) (?:up|down)|drop|fall|crash|rise|appreciate)
            (?:will|does|would) (?:it|this|the \\w+) appreciate
            (?:good|bad|right|best) time to (?:buy|sell|rent|list|invest)""").unless("""
            worth (?:a look|seeing|visiting|checking|considering|looking|mentioning|my time|the (?:trip|drive|wait|visit))|fort worth
            (?:i|we) (?:think|believe|guess|know) (?:it|my|our|the)(?: \\w+)?(?:'s| is) worth[^?]*$
            (?:seems|sounds|looks|that's|that is|price is) (?:like )?(?:an? )?(?:very |really |pretty )?(?:fair|good|reasonable)[^?]*$
            (?:looking for|want|need|love|like|get) an? (?:fair|good|reasonable) (?:price|deal|offer|value|investment)[^?]*$""");

    private static final Cue LEGAL = Cue.of("""
            legal advice|legally|(?:is|be) (?:it )?(?:il)?legal|legal (?:question|issue|matter|problem)s?
            (?:need|get|hire|find|recommend|want|know)(?: \\w+){0,3} (?:lawyer|attorney)
            (?:my|our|tenant|tenants'?) (?:legal )?rights|liable|liability|lawsuit|(?:can|could|should) i sue|sue (?:them|him|her|my|the)
            (?:break|get out of|terminate|void|back out of)(?: \\w+){0,2} (?:lease|contract|agreement)
            (?:can|could|may) (?:my|the|our|an?) (?:landlord|seller|tenant|hoa|owner|bank)(?: \\w+)? (?:evict|keep|raise|refuse|kick|enter|throw|charge|sue|force|back)
            evict(?:ing)? (?:my|an?|the|our|me|us)(?: tenants?)?|eviction
            (?:have|need|required|supposed|obligated) to disclose|must (?:i|we) disclose
            is (?:the|this|that|my)(?: \\w+){0,3} (?:enforceable|binding|valid)
            what does (?:this|that|the)(?: \\w+)? (?:clause|contract|addendum|contingency|paragraph) mean
            breach of|easements?|probate|power of attorney|quit ?claim|lien on|title (?:dispute|issue|problem)s?
            capital gains?|1031|tax (?:advice|deduct\\w+|implications?|consequences|break|write-?off)
            (?:how much|what|do i (?:have to )?(?:pay|owe)|will i (?:pay|owe))[^.?!]{0,24} tax(?:es)? (?:if|when|on the sale|do i|will i|would i)""").unless("""
            (?:my|our|his|her) (?:lawyer|attorney)(?:'s)? (?:will|is|can|said|has|would|does|wants)|legally blind
            (?:i'm|i am|as) an? (?:\\w+ )?(?:lawyer|attorney)|legal (?:bedroom|suite|unit|size)s?|no evictions?
            (?:get out of|back out of) (?:the|that|my|our) (?:visit|appointment|viewing|tour)
            (?:want|going|ready|about) to (?:break|get out of) (?:my|our|the) lease[^?]*$""");

    private static final Cue MORTGAGE = Cue.of("""
            (?:mortgage|loan) advice|(?:mortgage|interest|loan) rates?|what(?:'s| is| are) (?:the |your )?(?:current |today's )rates?
            (?:what|which) (?:kind|type|sort) of (?:loan|mortgage)|(?:which|best|better|right|good) (?:loan|mortgage|lender|bank)
            (?:recommend|suggest|know)(?: \\w+){0,3} (?:lender|mortgage broker|bank|loan officer)s?
            (?:how much|what)(?: \\w+){0,4} (?:can|could|would|will|do|should) (?:i|we)(?: \\w+){0,2} (?:afford|borrow|qualify for|be approved for)
            (?:can|could|will|would|do|might) (?:i|we)(?: even| still| probably| possibly)? (?:afford (?:it|this|that|an?)|borrow|qualify|get (?:an? |the )?(?:loan|mortgage|financing|home loan))
            how (?:much|big)[^.?!]{0,20} down ?payment|how much(?: \\w+){0,4} down|what (?:down ?payment|credit score)|minimum (?:down ?payment|credit score)
            (?:fha|va|usda|conventional|fixed|arm|adjustable|30|15)(?:[- ]\\w+){0,3} (?:or|vs\\.?|versus) (?:an? )?(?:fha|va|usda|conventional|fixed|arm|adjustable|variable|15|30)
            should (?:i|we) (?:\\w+ )?(?:refinance|lock|buy (?:down|points)|finance|get (?:an? )?(?:fha|va|arm|fixed|loan|mortgage)|pay off)|refinanc(?:e|ing)
            (?:what|how much|estimate)[^.?!]{0,30} (?:monthly|mortgage) payments?|(?:monthly|mortgage) payments? (?:be|would)
            with (?:bad|poor|low|no|my) credit|pmi|first[- ]time buyer (?:program|loan|grant)s?|down ?payment assistance
            how (?:do|does|would) (?:an? |the |my )?(?:mortgages?|loans?|fha\\w*|va loans?) works?""").unless("""
            (?:my|our) (?:lender|bank|loan officer) (?:said|says|told|is|has)[^?]*$
            (?:have|got|found|using|with) (?:an? |the )?(?:good|great|right) (?:lender|bank|mortgage)[^?]*$""");

    private static final Cue NEGOTIATES = Cue.of("""
            negotiat(?:e|ing|ion|ions)|(?:price|rent|asking|it|that|this|amount|terms|deposit|fees?|rate)(?: \\w+){0,3} negotiable|(?:is|are) negotiable|negotiable\\?
            wiggle room|bargain(?:ing)?|haggl\\w+|lowball\\w*|counter[- ]?offer\\w*|best and final|seller concessions?
            (?:flexib\\w+|room|movement)(?: \\w+)? (?:on|in|with|for) (?:the |that |their |your )?(?:asking |monthly )?(?:price|rent|asking|deposit)
            (?:take|accept|consider|entertain|settle for|let it go for|sell it for)(?: \\w+){0,3} (?:less|lower|an offer|my offer|our offer|below asking|under asking|<amount> (?:for it|instead|cash))
            (?:would|will|could|can|might|may|think) (?:they|he|she|you|the (?:seller|owner|landlord)s?)(?: \\w+){0,3} (?:take|accept|do|go for|agree to|sell (?:it )?for|knock|drop|lower|reduce|come down|budge|go down)(?: (?:it|the price|the rent|price|to|for|at|on|off|about|around)){0,4} (?:\\$ ?\\d|\\d{3}|\\d,\\d{3}|\\d[\\d.,]* ?(?:k|m|mil|grand)\\b|less|a bit|a little|some)
            (?:would|will|could|can|might|may|think) (?:they|he|she|you|the (?:seller|owner|landlord)s?)(?: \\w+){0,3} (?:lower|reduce|drop|come down|budge|go down|cut)(?: on)? (?:the |their |your |in )?(?:price|rent|asking)
            (?:i|we)(?:'d| would|'ll| will| can| could|'m|'re)?(?: like to| willing to| want to| prepared to| ready to)? (?:offer|bid) (?:them |you |him |her )?<amount>
            (?:i|we|i'd|we'd|like to|want to|ready to|let's|going to) (?:make|put in|submit|place|write)(?: \\w+)? (?:an |my |our )(?:\\w+ )?(?:offer|bid)
            (?:my|our) (?:best |final |first |opening )?offer (?:is|would|of|stands)|cut (?:me|us) a deal|offer below|offer under
            (?:waive|throw in) (?:the )?(?:deposit|fee|appliances|furniture|first month|application)
            (?:any |a )discounts?|(?:first|one|a) month free|free month|(?:bring|get|talk) (?:the (?:price|rent)|them|it) down|(?:below|under) (?:the )?asking""").unless("""
            (?:non-?|not )negotiable|(?:price|rent) (?:reduction|reduced|dropped|cut|change)s?|make (?:me|us) an offer
            (?:i'm|we're|i am|we are|date|dates|time|budget|move-?in)(?: \\w+){0,4} negotiable|bargain (?:hunt\\w+|price)
            (?:how|what)[^.?!]{0,30} (?:make|put in|submit|place) an offer""");

    private static final Cue DISTRESS = Cue.of("""
            divorc(?:e|ed|ing)|passed (?:away|on)|funeral|widow(?:ed|er)?|hospice|grie(?:f|ving)|mourning
            cancer|chemo\\w*|dementia|alzheimer'?s?|diagnosed with|heart attack|had a stroke|fell ill
            terminal(?:ly)? (?:ill\\w*|disease|diagnosis)|(?:seriously|very|gravely|critically|really|quite) (?:ill|sick)
            (?:an?|his|her|my|the) death (?:in|of)|(?:since|after) (?:the|his|her|their) death
            (?:my|our|his|her) (?:\\w+ )?<kin>(?:'s)?(?: \\w+){0,3} (?:died|dying|death|passed|passing)
            (?:i|we|he|she|they)(?: just| recently| have| had|'ve)* lost (?:my|our|his|her|their) (?:\\w+ )?<kin>
            (?:my|our|her|his) (?:dear )?late <kin>
            my separation|(?:wife|husband|partner|spouse|ex) and i(?: \\w+){0,3} (?:separat|split|break|broke)\\w*(?: up)?
            (?:we|i|we're|i'm|we are|i am)(?: just| recently| now| getting| have| legally)* separat(?:ed|ing)
            (?:left|leaving) (?:me|my (?:husband|wife|partner))|domestic (?:violence|abuse)|abusive|restraining order
            suicid\\w*|kill myself|end my life|(?:facing|avoid|stop|going through|going into|threatened with) foreclosure""").unless("""
            cancer (?:center|centre|hospital|institute|research|clinic|charity)|divorce (?:lawyer|attorney|coach)
            (?:did|has|have) (?:someone|somebody|anyone|anybody)""");

    private static final Cue ANGRY = Cue.of("""
            ridiculous|unacceptable|useless|complain(?:t|ing)?|waste of (?:my |our )?time|wasting my time|rip(?:ped)? ?off|scam\\w*|pissed|wtf|bullshit
            you(?:'re| are| people| guys)? (?:\\w+ )?(?:not|never|don't|didn't|aren't) (?:listen\\w*|help\\w*|answer\\w*|call\\w*|repl\\w+|understand\\w*|read\\w*)
            (?:no one|nobody) (?:\\w+ )?(?:answer\\w*|call\\w*|repl\\w+|show(?:ed|s) up|got back|responded)
            fed up with (?:you|this)|report you|bad review|shame on you|worst (?:service|agency|company|bot|experience)
            (?:i'm|i am|we're|really|very|so|getting) (?:\\w+ )?(?:angry|upset|annoyed|furious)""");

    /** Strong words that people have for their commute and their landlord too. */
    private static final Cue UNHAPPY = Cue.of("""
            (?:this|it|you|you guys|your \\w+|the service|the experience|i|we)(?:'s|'re|'m| is| are| am| was| were| has been)(?: \\w+){0,3} (?:terrible|awful|horrible|stupid|the worst|frustrat\\w+|fed up|disappoint\\w+|appalling)
            never (?:answered|called|replied|got back)""").unless("""
            landlord|neighbou?rs?|roommates?|commut\\w+|traffic|job|boss|weather|market|kitchen|carpet|layout|floor ?plan|views?|paint|smell
            (?:my|our|old|current|last|previous|present|other) (?:\\w+ )?(?:place|apartment|house|home|agent|realtor|lease|building)
            disappoint\\w+ (?:that )?there|awful lot|(?:not|n't)(?: be| want to)? disappoint(?:ed)?""");

    private static final Map<Intent, Cue> ALWAYS = Map.of(Intent.WANTS_PERSON, PERSON, Intent.DISTRESS, DISTRESS);

    /** One negotiates over cars too. */
    private static final Map<Intent, Cue> ABOUT_HOMES = Map.of(
            Intent.ASKS_FEES, FEES,
            Intent.PRICE_OPINION, OPINION,
            Intent.LEGAL_ADVICE, LEGAL,
            Intent.MORTGAGE_ADVICE, MORTGAGE,
            Intent.NEGOTIATES, NEGOTIATES);

    private Handovers() {}

    static Set<Intent> in(Reading reading) {
        var intents = EnumSet.noneOf(Intent.class);
        addHeard(ALWAYS, reading, intents);
        if (reading.aboutHomes()) addHeard(ABOUT_HOMES, reading, intents);
        if (ANGRY.heardIn(reading) || UNHAPPY.heardIn(reading)) intents.add(Intent.COMPLAINT);
        return intents;
    }

    private static void addHeard(Map<Intent, Cue> cues, Reading reading, Set<Intent> intents) {
        cues.forEach((intent, cue) -> {
            if (cue.heardIn(reading)) intents.add(intent);
        });
    }
}
