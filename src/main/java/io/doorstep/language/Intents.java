package io.doorstep.language;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a message is about, from its words and from what was known. */
final class Intents {

    private static final Map<Intent, Pattern> SIGNS = Map.ofEntries(
            sign(Intent.GREETING, "^\\W*(?:hi|hello|hey|good (?:morning|afternoon|evening)|hola|buen[oa]s)\\b"),
            sign(Intent.THANKS, "\\b(?:thanks|thank you|thx|appreciate it|gracias|ty)\\b"),
            sign(
                    Intent.GOODBYE,
                    "\\b(?:bye|goodbye|see you|have a (?:good|nice|great) (?:day|one|night|evening)|that's all"
                            + "|that is all|that will be all|nothing else|adi[oó]s)\\b"),
            sign(
                    Intent.CANCELLATION,
                    "\\b(?:cancel(?: (?:it|that|the|my|our|this|everything))?|call off|can't make it"
                            + "|won't (?:be able to )?make it|no longer (?:need|want|interested)|forget (?:it"
                            + "|about it))\\b"),
            sign(
                    Intent.CHANGE,
                    "\\b(?:reschedul\\w+|change (?:it|that|the (?:date|day|time|visit|appointment)|my)|move (?:it"
                            + "|the (?:visit|appointment|viewing)) to|another (?:day|time)|different (?:day|time)"
                            + "|make it (?!fast|quick)|instead)\\b"),
            sign(
                    Intent.BOOKING,
                    "\\b(?:visit|viewing|tour|showing|schedule|appointment|book|see (?:it|this|that|the (?:house"
                            + "|home|place|apartment|property))|walk through|take a look)\\b"),
            sign(
                    Intent.WANTS_PERSON,
                    "\\b(?:(?:talk|speak|chat|connect me|put me through)(?: \\w+){0,2} (?:to|with) (?:a |an |the "
                            + "|your |some)?(?:real |actual |live |human )?(?:person|human|agent|someone|somebody"
                            + "|manager|realtor|broker|representative|rep)|real person|human being|(?:a "
                            + "|an )?(?:live|actual) (?:agent|person)|call me back|have (?:an agent|someone"
                            + "|somebody) call|commission|your fees?|negotiat\\w+|(?:take|accept) (?:less|lower"
                            + "|an offer)|legal advice|lawyer|attorney|mortgage advice|what(?:'s"
                            + "| is) it really worth|divorc\\w+|passed away|funeral|lowball|persona real"
                            + "|hablar con)\\b"),
            sign(
                    Intent.COMPLAINT,
                    "\\b(?:ridiculous|terrible|awful|horrible|unacceptable|useless|complain\\w*|worst"
                            + "|waste of (?:my )?time|rip ?off|scam|frustrat\\w+|angry|pissed|wtf|you(?:'re"
                            + "| are) not (?:listening|helping|answering)|never (?:answered|called|replied)"
                            + "|no one (?:answered|called|replied)|stupid|fed up|disappointed)\\b"),
            sign(
                    Intent.OPT_OUT,
                    "^\\W*(?:stop(?:all)?|quit|end|revoke|cancel|unsubscribe|opt[- ]?out|no m[aá]s|basta|para)\\W*$"
                            + "|\\b(?:unsubscribe|opt (?:me )?out|leave me alone|stop (?:texting|messaging"
                            + "|contacting|calling|e-?mailing|sending|bothering)|do(?:n't| not) (?:text|message"
                            + "|contact|call|e-?mail|write) me|remove (?:me|my number)|take me off"
                            + "|no more (?:texts?|messages?|e-?mails?|calls?)|lose my number|no me (?:escriba"
                            + "|llame)s?)\\b"),
            sign(
                    Intent.FAIR_HOUSING,
                    "\\b(?:(?:is|are|how|what about)\\b[^.?!]{0,40}\\b(?:safe|safety|dangerous|sketchy|ghetto"
                            + "|crime)|safe (?:area|neighbou?rhood|place|street|part)|(?:crime|safety)(?: rates?"
                            + "| levels?)?|(?:good|bad|best|better|great|decent|top|rated|quality of the"
                            + "|how are the) schools?|school (?:ratings?|quality|district (?:good|any))"
                            + "|schools? (?:any )?(?:good|bad|like)|what (?:kind|type|sort)s? of (?:people"
                            + "|neighbou?rs|families|residents)|who lives (?:there|around|in)|demographics?|(?:kid"
                            + "|child|family|families)[- ]friendly (?:area|neighbou?rhood)|(?:mostly|many|lots of"
                            + "|any|no) (?:white|black|asian|hispanic|latino|mexican|indian|muslim|jewish|christian"
                            + "|gay|foreign\\w*|immigrant|section 8)(?:s|es)?\\b|(?:white|black|asian|hispanic"
                            + "|latino|jewish|muslim|christian) (?:neighbou?rhood|area|community|families|people"
                            + "|part)|near (?:a |the )?(?:church|mosque|synagogue|temple)|no (?:kids|children"
                            + "|families)|adults only)\\b"),
            sign(
                    Intent.SPAM,
                    "\\b(?:seo (?:services?|agency)|backlinks?|crypto(?:currency)? invest\\w+|bitcoin|casino|viagra"
                            + "|rank (?:your|#?1)|web ?site traffic|make money (?:fast|online)|loan offer"
                            + "|guest post|work from home|click (?:here|this link))\\b"
                            + "|(?:https?://\\S{1,200}.{0,40}){3}"));

    private static final Pattern ENQUIRY = Pattern.compile(
            "\\b(?:look(?:ing)?|find|search\\w*|need|want|interested|busco|buscamos|quiero|necesito|buy|rent|sell"
                    + "|purchase|apartments?|houses?|homes?|condos?|available|listings?)\\b");

    private Intents() {}

    private static Map.Entry<Intent, Pattern> sign(Intent intent, String regex) {
        return Map.entry(intent, Pattern.compile(regex));
    }

    static Set<Intent> of(Reading reading, Polarity polarity) {
        var intents = EnumSet.noneOf(Intent.class);
        if (reading.folded.isBlank()) return intents;
        SIGNS.forEach((intent, pattern) -> {
            if (pattern.matcher(reading.folded).find()) intents.add(intent);
        });
        boolean told = reading.facts().stream().anyMatch(fact -> !fact.key().startsWith("contact."));
        if (!reading.aboutHomes() && !told) intents.add(Intent.OFF_TOPIC);
        if (reading.sentences.stream().anyMatch(Sentence::isQuestion)) intents.add(Intent.QUESTION);
        if (reading.aboutHomes() && (told || ENQUIRY.matcher(reading.folded).find())) intents.add(Intent.ENQUIRY);
        if (!reading.heard.asked().isEmpty()
                && (told
                        || polarity.affirms()
                        || polarity.denies()
                        || !reading.facts().isEmpty())) intents.add(Intent.ANSWER);
        if (intents.contains(Intent.OFF_TOPIC)) intents.remove(Intent.BOOKING);
        return intents;
    }
}
