package io.doorstep.pipeline;

import io.doorstep.qualification.StoredFact;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a lead wants, in the few words that a card has room for ("3 bd, Zilker"), and what it may be worth. Pure. */
final class Wish {

    private static final int LONGEST = 200;
    private static final long LARGEST = 100_000_000_000_000L;

    private Wish() {}

    static @Nullable String of(List<StoredFact> facts) {
        var known = byKey(facts);
        var home = Stream.of(beds(known.get("beds")), display(known.get("propertyType")))
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining(" "));
        var place = Stream.of("propertyAddress", "areas", "listingRef")
                .map(known::get)
                .map(Wish::display)
                .flatMap(Stream::ofNullable)
                .limit(1);
        var wish = Stream.concat(Stream.of(home).filter(text -> !text.isEmpty()), place)
                .collect(Collectors.joining(", "));
        return wish.isEmpty() ? null : wish.substring(0, Math.min(LONGEST, wish.length()));
    }

    private static @Nullable String beds(@Nullable StoredFact beds) {
        if (beds == null) return null;
        return beds.value().isNumber() ? "%s bd".formatted(beds.value().asString()) : beds.display();
    }

    private static @Nullable String display(@Nullable StoredFact fact) {
        return fact == null ? null : fact.display();
    }

    /**
     * The upper end of the price, as said: a seller's expectation, a buyer's limit, a renter's month. Null when nobody named one, or in a
     * currency that is not the agency's: sums over deals must mean something.
     */
    static @Nullable Long valueMinor(List<StoredFact> facts, String currency) {
        var known = byKey(facts);
        var fact = known.containsKey("priceExpectation") ? known.get("priceExpectation") : known.get("price");
        if (fact == null || !fact.value().path("currency").asString(currency).equals(currency)) return null;
        return Stream.of("max", "min")
                .map(fact.value()::path)
                .filter(JsonNode::isNumber)
                .map(JsonNode::asLong)
                .filter(amount -> amount > 0 && amount < LARGEST)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, StoredFact> byKey(List<StoredFact> facts) {
        return facts.stream().collect(Collectors.toMap(StoredFact::key, Function.identity(), (_, later) -> later));
    }
}
