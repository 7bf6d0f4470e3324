package io.doorstep.listing;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A home on offer. The price is in minor units; to rent, it is per month. */
public record Listing(
        UUID id,
        String name,
        String address,
        String area,
        Wishes.Offered offer,
        PropertyType propertyType,
        long priceMinor,
        String currency,
        int beds,
        BigDecimal baths,
        @Nullable Integer squareFeet,
        List<String> features,
        ListingDetails details) {

    /** A home of which only the essentials are recorded. */
    public Listing(
            UUID id,
            String name,
            String address,
            String area,
            Wishes.Offered offer,
            PropertyType propertyType,
            long priceMinor,
            String currency,
            int beds,
            BigDecimal baths,
            @Nullable Integer squareFeet,
            List<String> features) {
        this(
                id,
                name,
                address,
                area,
                offer,
                propertyType,
                priceMinor,
                currency,
                beds,
                baths,
                squareFeet,
                features,
                ListingDetails.NONE);
    }

    public enum PropertyType {
        HOUSE,
        CONDO,
        TOWNHOUSE,
        APARTMENT,
        LAND
    }
}
