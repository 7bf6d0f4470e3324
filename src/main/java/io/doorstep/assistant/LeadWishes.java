package io.doorstep.assistant;

import io.doorstep.language.FactProposal;
import io.doorstep.listing.Listing.PropertyType;
import io.doorstep.listing.Wishes;
import io.doorstep.question.Track;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads wishes out of the facts. A value of a shape that is not known here counts as not said. */
final class LeadWishes {

    private LeadWishes() {}

    /** Empty for whoever does not look for a home. */
    static Optional<Wishes> of(Track track, Map<String, FactProposal> known) {
        var offered = switch (track) {
            case BUY -> Wishes.Offered.SALE;
            case RENT -> Wishes.Offered.RENT;
            case SELL, LET -> null;
        };
        if (offered == null) return Optional.empty();
        return Optional.of(new Wishes(
                offered,
                areas(known),
                maxPrice(known),
                count(known.get("beds")),
                count(known.get("baths")),
                propertyTypes(known),
                mustHaves(known)));
    }

    /** People say house for whatever has its own door, and apartment for what is let or owned in a building. */
    private static List<PropertyType> propertyTypes(Map<String, FactProposal> known) {
        var fact = known.get("propertyType");
        if (fact == null) return List.of();
        var named = fact.value() instanceof List<?> several ? several : List.of(fact.value());
        return named.stream()
                .flatMap(type -> switch (String.valueOf(type)) {
                    case "house" -> Stream.of(PropertyType.HOUSE, PropertyType.TOWNHOUSE);
                    case "condo" -> Stream.of(PropertyType.CONDO);
                    case "townhouse" -> Stream.of(PropertyType.TOWNHOUSE);
                    case "apartment" -> Stream.of(PropertyType.APARTMENT, PropertyType.CONDO);
                    case "land" -> Stream.of(PropertyType.LAND);
                    default -> Stream.<PropertyType>empty();
                })
                .distinct()
                .toList();
    }

    private static List<String> mustHaves(Map<String, FactProposal> known) {
        return known.values().stream()
                .filter(fact -> fact.key().startsWith("mustHaves.") && Boolean.TRUE.equals(fact.value()))
                .map(fact -> fact.key().substring("mustHaves.".length()))
                .toList();
    }

    private static List<String> areas(Map<String, FactProposal> known) {
        var areas = known.get("areas");
        return areas != null && areas.value() instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Amounts are minor units, as in listings. */
    private static @Nullable Long maxPrice(Map<String, FactProposal> known) {
        var price = known.get("price");
        if (price == null || !(price.value() instanceof Map<?, ?> range)) return null;
        var most = range.get("max") instanceof Number max ? max : range.get("min");
        return most instanceof Number minorUnits ? minorUnits.longValue() : null;
    }

    private static @Nullable Integer count(@Nullable FactProposal fact) {
        if (fact == null) return null;
        if (fact.value() instanceof Number number) return number.intValue();
        return fact.value() instanceof Map<?, ?> range && range.get("min") instanceof Number min
                ? min.intValue()
                : null;
    }

    static SlotMenu.Wish visit(Map<String, FactProposal> known) {
        var preference = known.get("visitPreference");
        if (preference == null || !(preference.value() instanceof Map<?, ?> said)) return SlotMenu.Wish.ANY;
        try {
            var date = said.get("date") instanceof String day ? LocalDate.parse(day) : null;
            var time = said.get("time") instanceof String hour ? LocalTime.parse(hour) : null;
            return new SlotMenu.Wish(date, time);
        } catch (DateTimeException unreadable) {
            return SlotMenu.Wish.ANY;
        }
    }

    /** Null unless both day and hour were said. */
    static @Nullable Instant start(Map<String, FactProposal> known, ZoneId zone) {
        var wish = visit(known);
        if (wish.date() == null || wish.time() == null) return null;
        return wish.date().atTime(wish.time()).atZone(zone).toInstant();
    }
}
