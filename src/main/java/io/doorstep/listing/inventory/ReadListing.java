package io.doorstep.listing.inventory;

import io.doorstep.listing.Listing.PropertyType;
import io.doorstep.listing.ListingDetails;
import io.doorstep.listing.Wishes.Offered;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a row in the names of the RESO Data Dictionary (ddwiki.reso.org). Pure. */
final class ReadListing {

    private static final BigDecimal SQUARE_FEET_IN_A_METER = new BigDecimal("10.7639");

    /** What is read, in the order in which it is written. */
    static final List<String> COLUMNS = List.of(
            "ListingKey",
            "StandardStatus",
            "PropertyType",
            "PropertySubType",
            "ListPrice",
            "BedroomsTotal",
            "BathroomsTotalDecimal",
            "LivingArea",
            "LivingAreaUnits",
            "BuildingName",
            "UnparsedAddress",
            "SubdivisionName",
            "City",
            "StateOrProvince",
            "PostalCode",
            "PublicRemarks",
            "YearBuilt",
            "GarageSpaces",
            "AssociationFee",
            "AssociationFeeFrequency",
            "Furnished",
            "AvailabilityDate",
            "LeaseTerm",
            "ParkingFeatures",
            "LaundryFeatures",
            "PetsAllowed",
            "PoolFeatures",
            "AccessibilityFeatures",
            "Heating",
            "Cooling",
            "InteriorFeatures");

    /** Read too, for what feeds call otherwise. */
    private static final List<String> ALSO = List.of(
            "ListingId",
            "BathroomsTotalInteger",
            "MLSAreaMajor",
            "PoolPrivateYN",
            "LeaseAmountFrequency",
            "ExteriorFeatures",
            "Flooring",
            "PatioAndPorchFeatures");

    private final Cells cells;
    private final Currency currency;

    private ReadListing(FileRow row, String currency) {
        this.cells = new Cells(row);
        this.currency = Currency.getInstance(currency);
    }

    /** @param listing empty when the row is refused */
    record Result(Optional<FeedListing> listing, List<RowProblem> problems) {}

    /** @param currency of the agency; RESO's prices name none */
    static Result of(FileRow row, String currency) {
        var reading = new ReadListing(row, currency);
        var listing = reading.listing();
        return new Result(Optional.ofNullable(listing).filter(_ -> !reading.cells.refused()), reading.cells.problems());
    }

    /** Columns of a file that say nothing here. */
    static List<String> unused(List<String> columns) {
        var known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(COLUMNS);
        known.addAll(ALSO);
        return columns.stream()
                .map(String::strip)
                .filter(column -> !column.isEmpty() && !known.contains(column))
                .toList();
    }

    private @Nullable FeedListing listing() {
        var key = cells.needed(
                cells.has("ListingKey") || !cells.has("ListingId") ? "ListingKey" : "ListingId",
                "give each home a key that stays, so that the next file finds it again.",
                value -> value.length() <= 255 ? value : null);
        var status = cells.needed(
                "StandardStatus",
                "write Active, Pending, Closed or Withdrawn.",
                value -> Status.of(value).orElse(null));
        var type = type();
        var price = cells.needed("ListPrice", "write an amount such as 645000.", value -> minor(Cells.number(value)));
        var address = cells.needed(
                "UnparsedAddress",
                "write street and number, 300 characters at most.",
                value -> value.length() <= 300 ? value : null);
        var land = type.filter(PropertyType.LAND::equals).isPresent();
        var beds = rooms("BedroomsTotal", land, "write a whole number; 0 for a studio.", Cells.whole(0, 50));
        var baths = rooms(
                cells.has("BathroomsTotalDecimal") ? "BathroomsTotalDecimal" : "BathroomsTotalInteger",
                land,
                "write a number such as 2 or 2.5.",
                value -> {
                    var number = Cells.number(value);
                    return number != null && number.compareTo(BigDecimal.valueOf(50)) <= 0 ? number : null;
                });
        if (key.isEmpty()
                || status.isEmpty()
                || type.isEmpty()
                || price.isEmpty()
                || address.isEmpty()
                || !land && (beds.isEmpty() || baths.isEmpty())) return null;
        var details = details();
        return new FeedListing(
                key.get(),
                status.get(),
                name(address.get()),
                address.get(),
                area(),
                offer(),
                type.get(),
                price.get(),
                currency.getCurrencyCode(),
                beds.orElse(0),
                baths.orElse(BigDecimal.ZERO),
                squareFeet(),
                cells.list("InteriorFeatures", "ExteriorFeatures", "Flooring", "PatioAndPorchFeatures"),
                details);
    }

    private <T> Optional<T> rooms(
            String column, boolean land, String mend, java.util.function.Function<String, @Nullable T> reading) {
        return land ? cells.optional(column, mend, reading) : cells.needed(column, mend, reading);
    }

    private Optional<PropertyType> type() {
        var column = cells.has("PropertySubType") ? "PropertySubType" : "PropertyType";
        return cells.needed(
                column,
                "write Single Family Residence, Condominium, Townhouse, Apartment or Land.",
                value -> homeType(value, column.equals("PropertyType")));
    }

    /** @param broad PropertyType alone: "Residential" is a house as far as it goes */
    private static @Nullable PropertyType homeType(String value, boolean broad) {
        var folded = value.toLowerCase(Locale.ROOT);
        if (Set.of("residential", "residential lease", "residential income").contains(folded)) {
            return broad ? PropertyType.HOUSE : null;
        }
        if (folded.matches(".*\\b(?:commercial|business|office|retail|industrial|parking|boat slip|timeshare)\\b.*"))
            return null;
        if (folded.matches(".*\\b(?:town ?house|town ?home|row ?house|terraced?)\\b.*")) return PropertyType.TOWNHOUSE;
        if (folded.matches(".*\\b(?:condo|condominium|co-?op|stock cooperative|own your own)\\b.*"))
            return PropertyType.CONDO;
        if (folded.matches(".*\\b(?:apartment|flat|loft|studio|maisonette)\\b.*")) return PropertyType.APARTMENT;
        if (folded.matches(".*\\b(?:land|lot|acreage)\\b.*")) return PropertyType.LAND;
        return folded.matches(".*\\b(?:house|home|single family|residence|detached|duplex|triplex|quadruplex|cabin"
                        + "|manufactured|mobile|farm|ranch|villa|bungalow|cottage)\\b.*")
                ? PropertyType.HOUSE
                : null;
    }

    private Offered offer() {
        cells.optional(
                "LeaseAmountFrequency",
                "turn the rent into a monthly one; it was read as monthly.",
                value -> value.equalsIgnoreCase("monthly") ? value : null);
        var lease = cells.optional("PropertyType", "", value -> value.toLowerCase(Locale.ROOT))
                .filter(value -> value.matches(".*\\b(?:lease|rental|rent|let)\\b.*"))
                .isPresent();
        return lease ? Offered.RENT : Offered.SALE;
    }

    private @Nullable Long minor(@Nullable BigDecimal amount) {
        return amount == null
                ? null
                : amount.movePointRight(currency.getDefaultFractionDigits())
                        .setScale(0, java.math.RoundingMode.HALF_UP)
                        .longValueExact();
    }

    /** What people call it: its own name, or the address as far as the town. */
    private String name(String address) {
        var own = cells.text("BuildingName", 200);
        if (own != null) return own;
        var city = cells.text("City", 100);
        var end = city == null ? -1 : address.toLowerCase(Locale.ROOT).indexOf(", " + city.toLowerCase(Locale.ROOT));
        var street = end > 0 ? address.substring(0, end) : address;
        return street.substring(0, Math.min(200, street.length()));
    }

    private String area() {
        var subdivision = cells.text("SubdivisionName", 80);
        if (subdivision != null) return subdivision;
        var major = cells.text("MLSAreaMajor", 80);
        if (major != null) return major;
        return cells.needed(
                        "City",
                        "write the town, or the neighbourhood in SubdivisionName.",
                        value -> value.length() <= 100 ? value : null)
                .orElse("");
    }

    private @Nullable Integer squareFeet() {
        var area = cells.optional("LivingArea", "write a number such as 1680.", value -> {
            var number = Cells.number(value);
            return number != null && number.compareTo(BigDecimal.valueOf(1_000_000)) <= 0 ? number : null;
        });
        var metric = cells.optional("LivingAreaUnits", "", value -> value)
                .filter(unit -> unit.toLowerCase(Locale.ROOT).contains("met"))
                .isPresent();
        return area.map(size -> metric ? size.multiply(SQUARE_FEET_IN_A_METER) : size)
                .map(size -> size.setScale(0, java.math.RoundingMode.HALF_UP).intValueExact())
                .orElse(null);
    }

    private ListingDetails details() {
        var pool = cells.list("PoolFeatures");
        return new ListingDetails(
                cells.text("City", 100),
                cells.text("StateOrProvince", 100),
                cells.text("PostalCode", 20),
                cells.text("PublicRemarks", 4000),
                cells.optional("YearBuilt", "write a year such as 1998.", Cells.whole(1000, 2200))
                        .orElse(null),
                cells.optional("GarageSpaces", "write a whole number.", Cells.whole(0, 100))
                        .orElse(null),
                cells.optional("AssociationFee", "write an amount such as 125.", value -> minor(Cells.number(value)))
                        .orElse(null),
                cells.text("AssociationFeeFrequency", 40),
                cells.text("Furnished", 40),
                cells.optional("AvailabilityDate", "write a date such as 2026-12-01.", Cells::date)
                        .orElse(null),
                cells.text("LeaseTerm", 100),
                cells.list("ParkingFeatures"),
                cells.list("LaundryFeatures"),
                cells.list("PetsAllowed"),
                pool.isEmpty() && cells.yes("PoolPrivateYN") ? List.of("Private") : pool,
                cells.list("AccessibilityFeatures"),
                cells.list("Heating"),
                cells.list("Cooling"));
    }
}
