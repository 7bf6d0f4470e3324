package io.doorstep.listing.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.doorstep.listing.Listing;
import io.doorstep.listing.ListingDetails;
import io.doorstep.listing.Wishes;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A home as a feed tells it. Two that are equal need no writing; the JSON names are those of the columns. */
record FeedListing(
        @JsonProperty("listing_key") String key,
        Status status,
        String name,
        String address,
        String area,
        Wishes.Offered offer,
        @JsonProperty("property_type") Listing.PropertyType propertyType,
        @JsonProperty("price_minor") long priceMinor,
        String currency,
        int beds,
        BigDecimal baths,
        @JsonProperty("square_feet") @Nullable Integer squareFeet,
        List<String> features,
        ListingDetails details) {

    /** The column keeps one decimal. */
    FeedListing {
        baths = baths.setScale(1, java.math.RoundingMode.HALF_UP);
        features = List.copyOf(features);
    }
}
