package io.doorstep.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a lead looks for, as far as it is known; null and empty mean anything.
 *
 * @param maxPriceMinor homes up to a twentieth above it are still shown: "around 650k" is not a wall
 * @param minBeds homes with fewer are not shown
 */
public record Wishes(
        Offered offered,
        List<String> areas,
        @Nullable Long maxPriceMinor,
        @Nullable Integer minBeds,
        @Nullable Integer minBaths) {

    public enum Offered {
        SALE,
        RENT
    }
}
