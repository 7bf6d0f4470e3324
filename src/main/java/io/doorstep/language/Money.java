package io.doorstep.language;

import java.text.NumberFormat;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prices: "around 650k", "between $500,000 and 600,000", "under 2,500 a month". Amounts are whole minor units. A
 * seller's amount is what they hope to get, not what they would pay.
 */
final class Money {

    private static final String SIGN = "(?:us\\$|[$€£]|usd ?|eur ?|gbp ?)";
    private static final String DIGITS = "(?:\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,9})(?:\\.\\d{1,2})?";
    private static final String SCALE = "(?:k|m|mm| ?(?:mil|million|millions|thousand|grand))";
    private static final String UNIT = " ?(?:dollars?|bucks|usd|euros?|pounds?|credits|€|£)";
    private static final String PERIOD = " ?(?:/|per|a|each|every)? ?(?:calendar )?(?:months?|mo|monthly|pcm)";
    private static final String LESS =
            "(?:under|below|less than|up to|max(?:imum)?(?: of| is)?|no more than|not more than|at most|within"
                    + "|not over|not exceeding|cheaper than|only afford|can afford|limit(?: is| of)?|cap(?:ped)? at"
                    + "|top|<)";
    private static final String MORE = "(?:over|above|more than|at least|from|starting at|min(?:imum)?(?: of| is)?|>)";
    private static final String ABOUT =
            "(?:around|about|approx(?:imately)?\\.?|roughly|circa|near|close to|somewhere around|ish|~"
                    + "|in the range of)";

    private static final Pattern AMOUNT = Pattern.compile("(?:(?<lead>" + LESS + "|" + MORE + "|" + ABOUT
            + "|between|budget(?: is| of)?|price|spend|pay|afford|for)(?: (?:about|around|roughly))? ?)?"
            + "(?<![\\w.,/#:-])(?<s>" + SIGN + ")? ?(?<n>" + DIGITS + ")(?<k>" + SCALE + "\\b)?(?<u>" + UNIT + ")?"
            + "(?: ?(?:-|to|and|or) ?(?<s2>" + SIGN + ")? ?(?<n2>" + DIGITS + ")(?<k2>" + SCALE + "\\b)?(?<u2>" + UNIT
            + ")?)?"
            + "(?<p>" + PERIOD + "\\b)?(?<max> ?(?:max(?:imum)?|tops|or (?:less|under|below))\\b)?(?![\\w/:-])");

    private static final Pattern BUDGET =
            Pattern.compile("\\b(?:budget|price|afford|spend|pay|cost|asking|worth|hope to get|get for|offer)\\b");

    /** What people earn or owe is no price, and never a fact. */
    private static final Pattern INCOME = Pattern.compile(
            "\\b(?:(?:i|we|he|she|they) (?:make|makes|earn|earns)|income|salary|get paid|credit (?:score|card)"
                    + "|paycheck)\\b");

    private Money() {}

    static void read(Reading reading) {
        if (!reading.aboutHomes()) return;
        var found = AMOUNT.matcher(reading.folded);
        while (found.find()) {
            var sentence = reading.sentenceAt(found.start("n"));
            if (!isMoney(reading, found, sentence) || sentence.asksAboutAHome() || sentence.holds(INCOME)) continue;
            note(reading, found);
        }
    }

    private static boolean isMoney(Reading reading, Matcher found, Sentence sentence) {
        if (found.group("s") != null
                || found.group("u") != null
                || found.group("p") != null && value(found, "n", "k") >= 100) return true;
        if (found.group("k") != null || found.group("k2") != null) return true;
        double amount = value(found, "n", "k");
        if (amount > 50_000_000 || isDate(reading, found)) return false;
        boolean asked = reading.heard.asked(Question.PRICE, Question.PRICE_EXPECTATION);
        boolean budget = found.group("lead") != null && !"for".equals(found.group("lead")) || sentence.holds(BUDGET);
        if (amount >= 300 && (asked || budget)) return !isYear(amount, found);
        return amount < 20 && found.group("n").contains(".") && (asked || sentence.holds(BUDGET));
    }

    private static boolean isYear(double amount, Matcher found) {
        return amount >= 1900
                && amount < 2100
                && found.group("lead") == null
                && !found.group("n").contains(",");
    }

    private static boolean isDate(Reading reading, Matcher found) {
        return found.end() < reading.folded.length()
                && reading.folded
                        .substring(found.end(), Math.min(reading.folded.length(), found.end() + 20))
                        .matches("(?s) ?(?:st|nd|rd|th|am|pm|bed|bath|sq|square|feet|ft|people|miles?|minutes?|days?"
                                + "|weeks?|years?)\\b.*");
    }

    private static void note(Reading reading, Matcher found) {
        double first = value(found, "n", found.group("k") == null && found.group("n2") != null ? "k2" : "k");
        double second = found.group("n2") == null ? 0 : value(found, "n2", "k2");
        boolean monthly = isMonthly(reading, found, Math.max(first, second));
        first = scaled(first, found, monthly);
        var lead = found.group("lead") == null ? "" : found.group("lead");
        boolean about = lead.matches(ABOUT)
                || reading.folded
                        .substring(found.start(), found.start("n"))
                        .matches(".*\\b(?:about|around|roughly) .*");
        Double min = null;
        Double max = null;
        if (second > first) {
            min = first;
            max = second;
        } else if (found.group("max") != null || lead.matches(LESS)) {
            max = first;
        } else if (lead.matches(MORE)) {
            min = first;
        } else {
            min = first;
            max = first;
        }
        var price = new Price(min, max, currency(reading, found), monthly, about);
        var key = isSeller(reading) ? "priceExpectation" : "price";
        int start = found.group("lead") == null || "for".equals(lead) ? firstOf(found) : found.start();
        reading.note(key, price.value(), price.display(), start, trimmed(reading, found.end()), 0.9);
    }

    private static int firstOf(Matcher found) {
        return found.group("s") != null ? found.start("s") : found.start("n");
    }

    private static int trimmed(Reading reading, int end) {
        while (end > 0 && reading.folded.charAt(end - 1) == ' ') end--;
        return end;
    }

    private record Price(@Nullable Double min, @Nullable Double max, String currency, boolean monthly, boolean about) {

        LinkedHashMap<String, Object> value() {
            var value = new LinkedHashMap<String, Object>();
            if (min != null) value.put("min", minor(min));
            if (max != null) value.put("max", minor(max));
            value.put("currency", currency);
            value.put("period", monthly ? "month" : "total");
            value.put("about", about);
            return value;
        }

        private static long minor(double amount) {
            return Math.round(amount * 100);
        }

        String display() {
            var said = min == null
                    ? "up to " + money(max)
                    : max == null
                            ? "from " + money(min)
                            : min.equals(max) ? (about ? "about " : "") + money(min) : money(min) + " to " + money(max);
            return monthly ? said + " a month" : said;
        }

        private String money(@Nullable Double amount) {
            var format = NumberFormat.getCurrencyInstance(Locale.US);
            format.setCurrency(Currency.getInstance(currency));
            format.setMaximumFractionDigits(0);
            return amount == null ? "" : format.format(amount);
        }
    }

    private static double value(Matcher found, String number, String scale) {
        double amount = Double.parseDouble(found.group(number).replace(",", ""));
        var said = found.group(scale);
        if (said == null) return amount;
        return said.strip().startsWith("m") ? amount * 1_000_000 : amount * 1_000;
    }

    /** "Budget up to 1.25" is millions, "650" of a buyer is thousands. */
    private static double scaled(double amount, Matcher found, boolean monthly) {
        if (monthly || found.group("k") != null || found.group("k2") != null || found.group("s") != null) return amount;
        if (amount < 20 && found.group("n").contains(".")) return amount * 1_000_000;
        return amount < 1_000 ? amount * 1_000 : amount;
    }

    private static boolean isMonthly(Reading reading, Matcher found, double amount) {
        if (found.group("p") != null) return true;
        if (found.group("k") != null && amount >= 50_000 || amount >= 50_000 || amount < 20) return false;
        var intent = reading.context.known().get("intent");
        boolean buyer = intent != null && ("buy".equals(intent.value()) || "sell".equals(intent.value()));
        return !buyer;
    }

    private static String currency(Reading reading, Matcher found) {
        var sign = found.group("s") == null ? "" : found.group("s").strip();
        return switch (sign) {
            case "€", "eur" -> "EUR";
            case "£", "gbp" -> "GBP";
            case "us$", "usd" -> "USD";
            default -> reading.context.currency();
        };
    }

    private static boolean isSeller(Reading reading) {
        var said = reading.fact("intent");
        var known = reading.context.known().get("intent");
        var intent = said != null ? said : known;
        return reading.heard.asked(Question.PRICE_EXPECTATION)
                || intent != null && ("sell".equals(intent.value()) || "let".equals(intent.value()));
    }
}
