package io.doorstep.assistant;

import io.doorstep.listing.Listing;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Answers a question about a home out of the home's own data, and out of nothing else: what is not recorded is not known. A feature that is
 * missing from the list may be there all the same, so there is no answer "no".
 */
final class ListingAnswers {

    private static final Pattern PRICE = asks("price|cost|how much|rent|asking");
    private static final Pattern ADDRESS = asks("address|where is|located|location|street");
    private static final Pattern SIZE = asks("square (?:feet|foot|meters)|sq ?ft|how (?:big|large)|size");
    private static final Pattern BEDS = asks("bed ?rooms?|beds");
    private static final Pattern BATHS = asks("bath ?rooms?|baths");

    private static final Pattern OTHER = asks(
            "garage|parking|car ?port|pets?|dogs?|cats?|laundry|washer|dryer|pool|yard|garden|patio|balcony"
                    + "|furnished|elevator|lift|hoa|tax(?:es)?|heating|cooling|air condition\\w*|a/?c|built|renovated|basement|attic|fireplace"
                    + "|phone|contact number|available|deposit|lease|utilities|internet|gym|floors?|view|appliances|dishwasher|storage");

    private static final Pattern SEARCHES = asks(
            "find|search\\w*|look(?:ing)? for|do you have|show me|is there|are there|something|anything|any other");

    private ListingAnswers() {}

    /** Asks for homes, and not about one. */
    static boolean searches(String question) {
        return SEARCHES.matcher(question.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether a home's data might hold the answer at all. */
    static boolean asked(String question) {
        return OTHER.matcher(question.toLowerCase(Locale.ROOT)).find();
    }

    static Optional<String> answer(Listing home, String question) {
        var asked = question.toLowerCase(Locale.ROOT);
        if (ADDRESS.matcher(asked).find()) return Optional.of("the address is " + home.address());
        if (SIZE.matcher(asked).find()) {
            return Optional.ofNullable(home.squareFeet()).map("it has %,d square feet"::formatted);
        }
        if (BEDS.matcher(asked).find()) return Optional.of(counted(home.beds(), "bedroom"));
        if (BATHS.matcher(asked).find()) {
            return Optional.of("it has " + home.baths().stripTrailingZeros().toPlainString() + " baths");
        }
        if (PRICE.matcher(asked).find()) return Optional.of(price(home));
        return feature(home, asked);
    }

    private static Optional<String> feature(Listing home, String asked) {
        return home.features().stream()
                .filter(feature -> List.of(feature.toLowerCase(Locale.ROOT).split("\\W+")).stream()
                        .anyMatch(word -> word.length() > 3 && asked.contains(stem(word))))
                .findFirst()
                .map(feature -> "yes, the listing names " + feature);
    }

    private static String stem(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    static String price(Listing home) {
        var format = NumberFormat.getCurrencyInstance(Locale.US);
        var currency = Currency.getInstance(home.currency());
        format.setCurrency(currency);
        format.setMaximumFractionDigits(0);
        var amount = format.format(home.priceMinor() / Math.pow(10, currency.getDefaultFractionDigits()));
        return switch (home.offer()) {
            case SALE -> "the asking price is " + amount;
            case RENT -> "the rent is " + amount + " a month";
        };
    }

    private static String counted(int count, String unit) {
        return "it has %d %s%s".formatted(count, unit, count == 1 ? "" : "s");
    }

    private static Pattern asks(String words) {
        return Pattern.compile("\\b(?:" + words + ")\\b");
    }
}
