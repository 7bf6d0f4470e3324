package io.doorstep.listing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a listing may record beside the essentials, in the words of the RESO Data Dictionary. Null and empty mean that nothing is recorded,
 * which is not "no": a home without pets says so in {@code petsAllowed}.
 *
 * @param hoaFeeMinor AssociationFee, in minor units
 * @param hoaFeeFrequency AssociationFeeFrequency: Monthly, Quarterly, Annually
 * @param furnished Furnished, Unfurnished, Partially, Negotiable
 * @param availableOn AvailabilityDate, of a home to rent
 */
public record ListingDetails(
        @Nullable String city,
        @Nullable String stateOrProvince,
        @Nullable String postalCode,
        @Nullable String remarks,
        @Nullable Integer yearBuilt,
        @Nullable Integer garageSpaces,
        @Nullable Long hoaFeeMinor,
        @Nullable String hoaFeeFrequency,
        @Nullable String furnished,
        @Nullable LocalDate availableOn,
        @Nullable String leaseTerm,
        List<String> parking,
        List<String> laundry,
        List<String> petsAllowed,
        List<String> pool,
        List<String> accessibility,
        List<String> heating,
        List<String> cooling) {

    static final ListingDetails NONE = new ListingDetails(
            null, null, null, null, null, null, null, null, null, null, null, List.of(), List.of(), List.of(),
            List.of(), List.of(), List.of(), List.of());

    @SuppressWarnings("NullAway") // rows of an older release may lack some
    public ListingDetails {
        parking = parking == null ? List.of() : List.copyOf(parking);
        laundry = laundry == null ? List.of() : List.copyOf(laundry);
        petsAllowed = petsAllowed == null ? List.of() : List.copyOf(petsAllowed);
        pool = pool == null ? List.of() : List.copyOf(pool);
        accessibility = accessibility == null ? List.of() : List.copyOf(accessibility);
        heating = heating == null ? List.of() : List.copyOf(heating);
        cooling = cooling == null ? List.of() : List.copyOf(cooling);
    }
}
