package io.doorstep.language;

import io.doorstep.language.guard.InputGuard;
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
                    Intent.BOOKING,
                    "\\b(?:visit|viewing|tour|showing|schedule|appointment|book|see (?:it|this|that|the (?:house"
                            + "|home|place|apartment|property))|walk through|take a look)\\b"),
            sign(
                    Intent.SPAM,
                    "\\b(?:seo (?:services?|agency)|backlinks?|crypto(?:currency)? invest\\w+|bitcoin|casino|viagra"
                            + "|rank (?:your|#?1)|web ?site traffic|make money (?:fast|online)|loan offer"
                            + "|guest post|work from home|click (?:here|this link))\\b"
                            + "|(?:https?://\\S{1,200}.{0,40}){3}"));

    /** "Can I cancel later?" calls nothing off, and "forget the garage" is about a wish. */
    private static final Cue CANCELLATION = Cue.of("""
            cancel(?: (?:it|that|the|my|our|this|everything).*)?|call(?:ing)? (?:it )?off
            no longer (?:need|want|interested in) (?:it|that|this|to|the (?:visit|viewing|tour|appointment|showing|<home>))|no longer interested
            forget (?:it|about it|the (?:visit|viewing|tour|appointment))""").unless("""
            (?:can|could|may|what if|happens if|when)(?: \\w+){0,3} cancel\\b[^.!]*(?:if|later|in case|policy|fee|without|free)
            if (?:i|we) (?:have to |need to |must )?cancel|cancel (?:my|our|the) (?:lease|contract|mortgage|loan)""");

    /** Calls off, unless another time is asked for in the same breath. */
    private static final Cue CANNOT_COME = Cue.of("""
            (?:can't|cannot|can not|won't(?: be able to)?|not (?:going to|gonna|able to)|unable to) (?:make it|come|be there|attend)""");

    /** A visit that is to be moved; "make it three bedrooms" moves none. */
    private static final Cue CHANGE = Cue.of("""
            reschedul\\w+|change (?:it|that|the (?:date|day|time|visit|appointment)|my (?:visit|viewing|tour|appointment))
            (?:move|push|shift) (?:it|that|(?:the|my|our) (?:visit|appointment|viewing|tour|showing))(?: back| up| forward)?(?: to| by| until)?
            (?:another|different|other|later|earlier|better) (?:day|time|date|slot|hour)
            (?:make it|do it|switch to|rather|instead)(?: \\w+){0,2} (?:<when>)|(?:<when>)(?: \\w+){0,3} instead""").unless("(?:can't|cannot|won't) make it[^,;]*$");

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
        if (OptOuts.in(reading)) intents.add(Intent.OPT_OUT);
        if (InputGuard.steers(reading.message)) intents.add(Intent.FAIR_HOUSING);
        if (reading.aboutHomes()) addPlans(reading, intents);
        intents.addAll(Handovers.in(reading));
        intents.addAll(AskedAbout.in(reading));
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

    private static void addPlans(Reading reading, Set<Intent> intents) {
        boolean changes = CHANGE.heardIn(reading);
        if (changes) intents.add(Intent.CHANGE);
        boolean cannotCome = CANNOT_COME.heardIn(reading) && !changes && !reading.has(VisitPreference.KEY);
        if (cannotCome || CANCELLATION.heardIn(reading)) intents.add(Intent.CANCELLATION);
    }
}
