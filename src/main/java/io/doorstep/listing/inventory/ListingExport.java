package io.doorstep.listing.inventory;

import io.doorstep.listing.Listing.PropertyType;
import io.doorstep.listing.Wishes.Offered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes listings as CSV in the names of the RESO Data Dictionary: what an import reads again, and a spreadsheet opens safely. */
final class ListingExport {

    private ListingExport() {}

    static String csv(List<FeedListing> listings) {
        var text = new StringBuilder();
        try (var printer = new CSVPrinter(text, CSVFormat.DEFAULT)) {
            printer.printRecord(ReadListing.COLUMNS);
            for (var listing : listings) printer.printRecord(cells(listing));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** In the order of {@link ReadListing#COLUMNS}. */
    private static List<String> cells(FeedListing home) {
        var details = home.details();
        var rent = home.offer() == Offered.RENT;
        var land = home.propertyType() == PropertyType.LAND;
        return Stream.<@Nullable Object>of(
                        home.key(),
                        home.status().standard(),
                        rent ? "Residential Lease" : land ? "Land" : "Residential",
                        subType(home.propertyType()),
                        amount(home.priceMinor(), home.currency()),
                        home.beds(),
                        home.baths().stripTrailingZeros().toPlainString(),
                        home.squareFeet(),
                        home.squareFeet() == null ? null : "Square Feet",
                        home.name(),
                        home.address(),
                        home.area(),
                        details.city(),
                        details.stateOrProvince(),
                        details.postalCode(),
                        details.remarks(),
                        details.yearBuilt(),
                        details.garageSpaces(),
                        details.hoaFeeMinor() == null ? null : amount(details.hoaFeeMinor(), home.currency()),
                        details.hoaFeeFrequency(),
                        details.furnished(),
                        details.availableOn(),
                        details.leaseTerm(),
                        String.join(",", details.parking()),
                        String.join(",", details.laundry()),
                        String.join(",", details.petsAllowed()),
                        String.join(",", details.pool()),
                        String.join(",", details.accessibility()),
                        String.join(",", details.heating()),
                        String.join(",", details.cooling()),
                        String.join(",", home.features()))
                .map(ListingExport::harmless)
                .toList();
    }

    private static String subType(PropertyType type) {
        return switch (type) {
            case HOUSE -> "Single Family Residence";
            case CONDO -> "Condominium";
            case TOWNHOUSE -> "Townhouse";
            case APARTMENT -> "Apartment";
            case LAND -> "Unimproved Land";
        };
    }

    private static String amount(long minor, String currency) {
        return BigDecimal.valueOf(minor, Currency.getInstance(currency).getDefaultFractionDigits())
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A spreadsheet runs what begins like a formula. */
    private static String harmless(@Nullable Object value) {
        var text = value == null ? "" : value.toString();
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }
}
