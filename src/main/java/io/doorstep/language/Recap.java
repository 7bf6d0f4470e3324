package io.doorstep.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says back what was understood: "3 bedrooms, near Travis Heights, about $650,000, pre-approved: got it." */
final class Recap {

    static final List<String> ORDER = List.of(
            "intent",
            "propertyType",
            "beds",
            "baths",
            "areas",
            "price",
            "financing",
            "timeline",
            "propertyAddress",
            "priceExpectation");

    private Recap() {}

    static String of(List<FactProposal> facts) {
        var parts = new ArrayList<String>();
        for (var key : ORDER) {
            for (var fact : facts) if (fact.key().equals(key) && !isGuess(fact)) parts.add(words(fact));
        }
        for (var fact : facts) if (fact.key().startsWith("mustHaves.")) parts.add(fact.display());
        parts.removeIf(String::isEmpty);
        if (parts.isEmpty()) return "";
        var said = String.join(", ", parts);
        return Character.toUpperCase(said.charAt(0))
                + said.substring(1)
                + (parts.size() == 1 ? ", noted." : ": got it.");
    }

    /** Nobody likes to be told what they did not say. */
    static boolean isGuess(FactProposal fact) {
        return fact.confidence() < 0.6;
    }

    private static String words(FactProposal fact) {
        var display = fact.display();
        return switch (fact.key()) {
            case "intent" ->
                switch (display) {
                    case "buy" -> "looking to buy";
                    case "rent" -> "looking to rent";
                    case "sell" -> "looking to sell";
                    default -> "looking to let";
                };
            case "beds" -> display.equals("studio") ? "a studio" : counted(display, "bedroom");
            case "baths" -> counted(display, "bathroom");
            case "areas" -> List.of().equals(fact.value()) ? "any area" : "near " + display;
            case "financing" ->
                switch (String.valueOf(fact.value())) {
                    case "CASH" -> "paying cash";
                    case "PRE_APPROVED" -> "pre-approved";
                    case "IN_PROGRESS" -> "financing in progress";
                    default -> "financing to be arranged";
                };
            case "timeline" -> timeline(fact);
            case "propertyType" -> article(display);
            default -> display;
        };
    }

    private static String timeline(FactProposal fact) {
        var lower = fact.display().toLowerCase(java.util.Locale.ROOT);
        boolean standsAlone = lower.matches(
                "(?:by|before|in|within|until|this|next|no|not|just|asap|as|around|over|the|end|for)\\b.*");
        return standsAlone || fact.value() instanceof Map<?, ?> map && !map.containsKey("by")
                ? lower
                : "by " + fact.display();
    }

    private static String counted(String display, String unit) {
        return display + " " + unit + (display.equals("1") ? "" : "s");
    }

    private static String article(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    static String joined(List<String> parts, String last) {
        if (parts.size() == 1) return parts.getFirst();
        return String.join(", ", parts.subList(0, parts.size() - 1)) + " " + last + " " + parts.getLast();
    }

    static String count(int count) {
        return switch (count) {
            case 2 -> "Two";
            case 3 -> "Three";
            case 4 -> "Four";
            case 5 -> "Five";
            default -> Integer.toString(count);
        };
    }
}
