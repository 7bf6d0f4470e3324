package io.doorstep.language;

import java.util.Map;
import java.util.regex.Pattern;

/** Buy, rent, sell or let: said outright, answered, or inferred from what only a buyer or a renter says. */
final class Purposes {

    private static final Pattern LETS = Pattern.compile(
            "\\b(?:rent(?:ing)? (?:out )(?:my|our|the|a)|let(?:ting)? (?:out )?(?:my|our)|rent(?:ing)? (?:my"
                    + "|our) (?:\\w+ )?(?:house|home|place|apartment|condo|flat|property|unit) out|(?:find|get|need|looking for|want)(?: me| us)? (?:an? |new |good )*(?:tenants?|renters?)|i'm a landlord|we're landlords|property manage(?:r|ment) for)\\b");

    private static final Pattern SELLS = Pattern.compile(
            "\\b(?:sell(?:ing)? (?:my|our|her|his|their|the|an?)\\b(?: \\w+)? ?(?:house|home|place|apartment|condo|flat"
                    + "|property|townhouse|land|lot)?|list(?:ing)? (?:my|our) (?:\\w+ )?(?:house|home|place|condo"
                    + "|property)"
                    + "|(?:what|how much)(?:'s| is| are| could| would| does)? (?:my|our) (?:house|home|place|condo"
                    + "|property)|(?:get rid of|offload|unload) (?:it|(?:my|our|the) (?:house|home|place|condo|property))|put (?:my|our) (?:house|home|place) on the market|(?:home|house) (?:value"
                    + "|valuation)|value of (?:my|our) (?:house|home)|(?:my|our) (?:house|home|place|condo) worth"
                    + "|(?:think\\w* (?:about|of)|consider\\w*|looking (?:at|into|to)|interested in|want to|like to"
                    + "|plan\\w* (?:on|to)) sell(?:ing)?\\b"
                    + "|^\\W*sell(?:ing)?\\b)");

    /** Sells only to buy: a buyer. */
    private static final Pattern SELLS_FIRST = Pattern.compile(
            "\\b(?:sell (?:\\w+ ){0,6}first|(?:home|house|place|condo) to sell|sell (?:\\w+ ){0,5}before (?:we|i)"
                    + "|contingent)\\b");

    private static final Pattern BUYS = Pattern.compile(
            "\\b(?:buy|buying|purchase|purchasing|to own|for sale|home ?buyers?|first[- ]time buyers?|house hunting"
                    + "|home ownership|(?<!we |i |already |currently )own (?:a|my own|our own) (?:home|house|place|apartment|condo)|on sale"
                    + "|for purchase|comprar)\\b");

    private static final Pattern RENTS = Pattern.compile(
            "\\b(?:(?:to|for|on|a|can|could|will|want|i'd|prefer|like|i'll|just|looking at|or|we|i) rent|renting"
                    + "|rentals?|to lease|leasing|for lease|rent (?:an?|it|one|this|that|something|the (?:apartment"
                    + "|house|place|property)|please|would)|lease (?:an?|one|it)|^\\W*rent|alquilar|rentar"
                    + "|rented)\\b(?! (?:a )?(?:car|out))");

    private static final Pattern ASKS_PRICE = Pattern.compile(
            "\\b(?:what(?:'s| is| are)|how much|tell me)\\b[^.?!]{0,30}\\b(?:rent|rental|cost)\\b|\\b(?:currently"
                    + "|now|still|we|i|been|landlord) (?:are |am )?rent(?:ing|ed)?\\b(?! (?:an?|in|near|for"
                    + "|something|one|or|it|this|that|instead|please)\\b)");

    private static final Pattern BUYERS_WORDS = Pattern.compile(
            "\\b(?:pre-?approv\\w*|pre-?qualif\\w*|mortgage|down ?payment|fha|va loan|escrow|closing|first home"
                    + "|forever home|home loan|hoa|appraisal|interest rates?)\\b");

    private static final Pattern RENTERS_WORDS = Pattern.compile(
            "\\b(?:security deposit|lease (?:term|length)|(?:\\d+|six|twelve|one|an?)[- ](?:months?|years?) lease|short[- ]term lease|month[- ]to[- ]month"
                    + "|sublet|sublease|roommates?|credit check|move(?:[- ]in| in)(?: date| ready)?)\\b");

    private static final Pattern PER_MONTH = Pattern.compile("\\b(?:mo|months?|monthly|pcm|pm)$");

    private static final String KEY = "intent";

    private Purposes() {}

    static void read(Reading reading) {
        if (!reading.aboutHomes()) return;
        boolean wasKnown = reading.context.known().containsKey(KEY);
        note(reading, LETS, "let", 0.95);
        if (!reading.has(KEY) && !SELLS_FIRST.matcher(reading.folded).find()) note(reading, SELLS, "sell", 0.9);
        note(reading, BUYS, "buy", 0.95);
        if (!reading.has(KEY)) note(reading, RENTS, "rent", 0.9);
        if (reading.has(KEY) || wasKnown) return;
        guess(reading, BUYERS_WORDS, "buy");
        if (!reading.has(KEY)) fromPrice(reading);
        if (!reading.has(KEY)) guess(reading, RENTERS_WORDS, "rent");
    }

    private static void note(Reading reading, Pattern pattern, String purpose, double confidence) {
        var found = pattern.matcher(reading.folded);
        while (found.find()) {
            var sentence = reading.sentenceAt(found.start());
            if (sentence.holds(ASKS_PRICE) && "rent".equals(purpose)) continue;
            if (!owner(purpose)
                    && sentence.asksAboutAHome()
                    && sentence.isQuestion()
                    && !reading.heard.asked(Question.INTENT)) continue;
            if (negated(reading, sentence, found.start())) continue;
            reading.note(KEY, purpose, purpose, found.start(), found.end(), confidence);
        }
    }

    /** Nobody asks about somebody else's wish to sell. */
    private static boolean owner(String purpose) {
        return purpose.equals("sell") || purpose.equals("let");
    }

    private static boolean negated(Reading reading, Sentence sentence, int at) {
        var before = reading.before(at);
        return NEGATION.matcher(before).find();
    }

    private static final Pattern NEGATION = Pattern.compile(
            "\\b(?:not|don't want to|rather than|instead of|no longer|isn't|tired of|sick of|done|stop)(?: \\w+){0,2} $");

    private static void guess(Reading reading, Pattern pattern, String purpose) {
        var found = pattern.matcher(reading.folded);
        if (!found.find()) return;
        var sentence = reading.sentenceAt(found.start());
        if (sentence.asksAboutAHome() || OwnersHome.owes(sentence)) return;
        reading.infer(KEY, purpose, purpose, found.start(), found.end(), 0.55);
    }

    /** Nobody pays a hundred thousand a month. */
    private static void fromPrice(Reading reading) {
        var price = reading.fact("price");
        if (price == null || !(price.value() instanceof Map<?, ?> map)) return;
        var purpose = "month".equals(map.get("period")) ? "rent" : "buy";
        boolean said = PER_MONTH.matcher(Fold.of(price.quote())).find()
                && !BUYERS_WORDS.matcher(reading.folded).find();
        reading.infer(KEY, purpose, purpose, price.start(), price.end(), said ? 0.75 : 0.55);
    }
}
