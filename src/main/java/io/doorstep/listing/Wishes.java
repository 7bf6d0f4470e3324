package io.doorstep.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a lead looks for, as far as it is known; null and empty mean anything.
 *
 * @param maxPriceMinor homes up to a twentieth above it are still shown: "around 650k" is not a wall
 * @param minBeds homes with fewer are not shown
 * @param propertyTypes one of these
 * @param mustHaves names of facts ({@code garage}, {@code pets}): homes that record them come first, homes that record the opposite last,
 *     and a home that records nothing is not ruled out
 */
public record Wishes(
        Offered offered,
        List<String> areas,
        @Nullable Long maxPriceMinor,
        @Nullable Integer minBeds,
        @Nullable Integer minBaths,
        List<Listing.PropertyType> propertyTypes,
        List<String> mustHaves) {

    public enum Offered {
        SALE,
        RENT
    }

    /** Any kind of home, and nothing that it must have. */
    public Wishes(
            Offered offered,
            List<String> areas,
            @Nullable Long maxPriceMinor,
            @Nullable Integer minBeds,
            @Nullable Integer minBaths) {
        this(offered, areas, maxPriceMinor, minBeds, minBaths, List.of(), List.of());
    }
}
