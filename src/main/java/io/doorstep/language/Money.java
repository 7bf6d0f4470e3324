package io.doorstep.language;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Prices: "around 650k", "between $500,000 and 600,000", "half a million", "mid 500s", "under 2,500 a month". A seller's
 * amount is what they hope to get or still owe, not what they would pay.
 */
final class Money {

    private static final String SIGN = "(?:us\\$|[$€£]|usd ?|eur ?|gbp ?)";
    private static final String DIGITS = "(?:\\d{1,3}(?:[, ]\\d{3}){1,3}|\\d{1,9})(?:\\.\\d{1,2})?";
    private static final String NUMBER = "(?:" + DIGITS + "|\\b" + Numerals.WORDS + ")";
    private static final String SCALE = "(?:k|m|mm| ?(?:mil|million|millions|thousand|grand))";
    private static final String UNIT = " ?(?:dollars?|bucks|usd|euros?|pounds?|credits|€|£)";
    private static final String PERIOD = " ?(?:/|per|a|each|every)? ?(?:calendar )?(?:months?|mo|monthly|pcm|pm)";
    private static final String OVER = "(?:over|above|past|more than|higher than|exceed(?:ing)?|greater than)";
    private static final String LESS = "(?:under|below|less than|cheaper than|lower than|up to|upto|as high as"
            + "|max(?:imum|ed? out)?(?: of| is| at|:)?|at (?:the )?most|within|tops|<"
            + "|(?:no|not|nothing|never|without going|don't (?:want to |wanna )?(?:go|pay|spend)|can't (?:go|pay|spend|exceed)"
            + "|cannot (?:go|pay|spend)|won't (?:go|pay|spend)) (?:much )?" + OVER
            + "|can't exceed|cannot exceed|(?:only|can) (?:afford|do|go to)|limit(?: is| of)?|cap(?:ped)?(?: is| at)?|ceiling(?: is| of)?|top(?: out at| is)?)";
    private static final String MORE = "(?:" + OVER
            + "|at least|north of|upwards of|from|starting at|min(?:imum)?(?: of| is)?|no less than|not less than|>)";
    private static final String ABOUT = "(?:around|about|approx(?:imately)?\\.?|roughly|circa|near|nearly|close to|say"
            + "|somewhere around|ballpark|~|in the range of|in the neighbou?rhood of)";

    private static final Pattern AMOUNT = Pattern.compile("(?:(?<lead>" + LESS + "|" + MORE + "|" + ABOUT
            + "|between|budget(?: is| of|:)?|price|spend|pay|afford|for)(?: (?:about|around|roughly|like|maybe))? ?)?"
            + "(?<![\\w.,/#:-])(?<s>" + SIGN + ")? ?(?<n>" + NUMBER + ")(?<k>" + SCALE + "\\b)?(?<u>" + UNIT + ")?"
            + "(?: ?(?:-|to|and|or) ?(?<s2>" + SIGN + ")? ?(?<n2>" + NUMBER + ")(?<k2>" + SCALE + "\\b)?(?<u2>" + UNIT
            + ")?)?(?<ish>[ -]?ish\\b| (?:or so|give or take|more or less)\\b)?"
            + "(?<p>" + PERIOD
            + "\\b)?(?<max> ?(?:max(?:imum)?|tops|at (?:the )?most|or (?:less|under|below|lower))\\b)?"
            + "(?<plus>\\+| (?:or|and) (?:more|up|above|over)\\b)?(?![\\w/:-])");

    private static final Pattern HUNDREDS = Pattern.compile(
            "\\b(?:the )?(?:(?<part>low(?:er)?|mid(?:dle)?|high(?:er)?|upper)[ -](?:\\$ ?)?|(?<=the )(?:\\$ ?)?)(?<h>[1-9])00(?:k|,?000)?'?s\\b");

    private static final Pattern BUDGET = Pattern.compile(
            "\\b(?:budget|price|afford|spend|pay|cost|asking|worth|hope to get|get for|max|ceiling|range|limit)\\b");

    /** What people earn, save or put down is no price, and never a fact. */
    private static final Pattern INCOME = Pattern.compile(
            "\\b(?:(?:i|we|he|she|they) (?:make|makes|earn|earns)|income|salary|get paid|credit (?:score|card)"
                    + "|paycheck)\\b");

    private static final Pattern PUT_DOWN = Pattern.compile(
            "^ ?(?:(?:for|as|on) (?:an? |the |our |my )?)?(?:down\\b|deposit|saved|in savings|in the bank)");
    private static final Pattern OTHER_SUM =
            Pattern.compile("\\b(?:down ?payment|deposit|saved|hoa|fees?|tax(?:es)?|credit)(?: \\w+){0,3} $");

    private static final Pattern COUNTED = Pattern.compile(
            "^ ?(?:st|nd|rd|th|am|pm|bed|bath|sq|square|feet|ft"
                    + "|people|miles?|minutes?|mins?|hours?|days?|weeks?|years?|blocks?|acres?|rooms?|percent|o'clock)(?:s\\b|\\b)|^ ?%|^ ?sq");

    private Money() {}

    static void read(Reading reading) {
        if (!reading.aboutHomes()) return;
        AMOUNT.matcher(reading.folded).results().forEach(found -> {
            if (isMoney(reading, found)) note(reading, found);
        });
        HUNDREDS.matcher(reading.folded).results().forEach(found -> noteHundreds(reading, found));
    }

    private static boolean isMoney(Reading reading, MatchResult found) {
        var sentence = reading.sentenceAt(found.start("n"));
        if (sentence.asksAboutAHome() || sentence.holds(INCOME)) return false;
        var after = reading.folded.substring(found.end());
        if (PUT_DOWN.matcher(after).lookingAt() || COUNTED.matcher(after).lookingAt()) return false;
        if (OTHER_SUM.matcher(reading.before(found.start())).find()) return false;
        if (reading.holdsContact(found.start("n"))) return false;
        double amount = value(found);
        if (found.group("s") != null || found.group("u") != null) return true;
        if (found.group("p") != null) return amount >= 100;
        if (isScaled(found)) return Math.max(amount, found.group("n2") == null ? 0 : value(found, "n2", "k2")) >= 1_000;
        boolean asked = reading.heard.asked(Question.PRICE, Question.PRICE_EXPECTATION);
        boolean budget = found.group("lead") != null && !"for".equals(found.group("lead")) || sentence.holds(BUDGET);
        if (!asked && !budget || amount > 50_000_000) return false;
        if (amount >= 300) return !isYear(amount, found);
        return amount < 20 && isFraction(found);
    }

    private static boolean isYear(double amount, MatchResult found) {
        return amount >= 1900
                && amount < 2100
                && found.group("lead") == null
                && !found.group("n").contains(",");
    }

    private static boolean isScaled(MatchResult found) {
        return found.group("k") != null
                || found.group("k2") != null
                || said(found, "n").scaled();
    }

    private static boolean isFraction(MatchResult found) {
        return found.group("n").contains(".");
    }

    private static void note(Reading reading, MatchResult found) {
        boolean ranged = found.group("n2") != null;
        double second = ranged ? value(found, "n2", "k2") : 0;
        double first = value(found);
        if (second > first && !isScaledAlone(found)) first = raised(first, second);
        boolean monthly = isMonthly(reading, found, Math.max(first, second));
        first = scaled(first, found, monthly);
        if (ranged) second = scaled(second, found, monthly);
        var lead = found.group("lead") == null ? "" : found.group("lead");
        var price = priced(reading, found, lead, first, second, monthly);
        int start = lead.isEmpty() || "for".equals(lead) ? firstOf(found) : found.start();
        noteAs(key(reading, found), reading, price, start, trimmed(reading, found.end()));
    }

    private static void noteAs(String key, Reading reading, Price price, int start, int end) {
        reading.note(key, price.value(), price.display(), start, end, 0.9);
    }

    private static Price priced(
            Reading reading, MatchResult found, String lead, double first, double second, boolean monthly) {
        boolean about = found.group("ish") != null
                || lead.matches(ABOUT)
                || reading.folded
                        .substring(found.start(), found.start("n"))
                        .matches(".*\\b(?:about|around|roughly) .*");
        var currency = currency(reading, found);
        if (second > first) return new Price(first, second, currency, monthly, about);
        boolean most = found.group("max") != null || lead.matches(LESS);
        boolean least = !most && (found.group("plus") != null || lead.matches(MORE));
        return new Price(most ? null : (Double) first, least ? null : (Double) first, currency, monthly, about);
    }

    /** "Low 600s" and "mid 500s" are parts of a hundred thousand; "the 700s" is all of it. */
    private static void noteHundreds(Reading reading, MatchResult found) {
        if (reading.sentenceAt(found.start()).asksAboutAHome()) return;
        double base = Integer.parseInt(found.group("h")) * 100_000.0;
        var part = found.group("part") == null ? "" : found.group("part");
        double from = part.startsWith("mid") ? 40_000 : part.matches("high.*|upper") ? 70_000 : 0;
        double to = part.startsWith("low") ? 30_000 : part.startsWith("mid") ? 60_000 : 99_000;
        var price = new Price(base + from, base + to, reading.context.currency(), false, true);
        noteAs(key(reading, found), reading, price, found.start(), found.end());
    }

    private static int firstOf(MatchResult found) {
        return found.group("s") != null ? found.start("s") : found.start("n");
    }

    private static int trimmed(Reading reading, int end) {
        while (end > 0 && reading.folded.charAt(end - 1) == ' ') end--;
        return end;
    }

    private static Numerals.Numeral said(MatchResult found, String number) {
        var words = found.group(number);
        return Character.isDigit(words.charAt(0))
                ? new Numerals.Numeral(Double.parseDouble(words.replaceAll("[, ]", "")), false)
                : Numerals.of(words);
    }

    private static double value(MatchResult found) {
        return value(found, "n", "k");
    }

    private static double value(MatchResult found, String number, String scale) {
        double amount = said(found, number).value();
        var said = found.group(scale);
        if (said == null) return amount;
        return said.strip().startsWith("m") ? amount * 1_000_000 : amount * 1_000;
    }

    private static boolean isScaledAlone(MatchResult found) {
        return found.group("k") != null || said(found, "n").scaled();
    }

    /** "650 to 700k", "five to six hundred thousand", "1 to 1.5 million": the first means what the second says. */
    private static double raised(double first, double second) {
        for (double by : List.of(1_000_000.0, 100_000.0, 1_000.0)) if (first * by < second) return first * by;
        return first;
    }

    /** "Budget up to 1.25" is millions, "650" of a buyer is thousands. */
    private static double scaled(double amount, MatchResult found, boolean monthly) {
        if (monthly || isScaled(found) || found.group("s") != null) return amount;
        if (amount < 20 && isFraction(found)) return amount * 1_000_000;
        return amount < 1_000 ? amount * 1_000 : amount;
    }

    /** Unsaid, it goes by the purpose, and without one by the size: few rents are under a thousand, few homes over fifty. */
    private static boolean isMonthly(Reading reading, MatchResult found, double amount) {
        if (found.group("p") != null) return true;
        if (amount >= 50_000 || amount < 20 || reading.heard.asked(Question.PRICE_EXPECTATION)) return false;
        return switch (purpose(reading)) {
            case "buy", "sell" -> false;
            case "rent", "let" -> true;
            default -> amount >= 1_000 || found.group("s") != null;
        };
    }

    private static String purpose(Reading reading) {
        var said = reading.fact("intent");
        var intent = said != null ? said : reading.context.known().get("intent");
        return intent == null ? "" : String.valueOf(intent.value());
    }

    private static String currency(Reading reading, MatchResult found) {
        var sign = found.group("s") == null ? "" : found.group("s").strip();
        var unit = found.group("u") == null ? "" : found.group("u").strip();
        return switch (sign.isEmpty() ? unit : sign) {
            case "€", "eur", "euro", "euros" -> "EUR";
            case "£", "gbp", "pound", "pounds" -> "GBP";
            case "us$", "usd" -> "USD";
            default -> reading.context.currency();
        };
    }

    private static String key(Reading reading, MatchResult found) {
        if (OwnersHome.owes(reading.sentenceAt(found.start()))) return OwnersHome.OWED;
        var purpose = purpose(reading);
        boolean seller = purpose.equals("sell") || purpose.equals("let");
        return seller || reading.heard.asked(Question.PRICE_EXPECTATION) ? "priceExpectation" : "price";
    }
}
