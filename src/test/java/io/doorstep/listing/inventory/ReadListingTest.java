package io.doorstep.listing.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.listing.Listing.PropertyType;
import io.doorstep.listing.Wishes.Offered;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadListingTest {

    @Test
    void a_row_of_the_data_dictionary_becomes_a_home() {
        var home = read(Map.of(
                        "ListPrice", "$645,000.00",
                        "LivingArea", "1680",
                        "YearBuilt", "1948",
                        "GarageSpaces", "2.0",
                        "ParkingFeatures", "Attached, Garage",
                        "PetsAllowed", "Cats OK,Dogs OK",
                        "AssociationFee", "125.50",
                        "AvailabilityDate", "2026-12-01T00:00:00Z",
                        "InteriorFeatures", "Hardwood Floors"))
                .listing()
                .orElseThrow();

        assertThat(home.priceMinor()).isEqualTo(64_500_000);
        assertThat(home.status()).isEqualTo(Status.ACTIVE);
        assertThat(home.offer()).isEqualTo(Offered.SALE);
        assertThat(home.propertyType()).isEqualTo(PropertyType.HOUSE);
        assertThat(home.name()).isEqualTo("12 Mill Road");
        assertThat(home.area()).isEqualTo("Zilker");
        assertThat(home.squareFeet()).isEqualTo(1680);
        assertThat(home.features()).containsExactly("Hardwood Floors");
        assertThat(home.details().garageSpaces()).isEqualTo(2);
        assertThat(home.details().petsAllowed()).containsExactly("Cats OK", "Dogs OK");
        assertThat(home.details().hoaFeeMinor()).isEqualTo(12_550);
        assertThat(home.details().availableOn()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(home.details().remarks()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "PropertySubType, Condominium, CONDO",
        "PropertySubType, Townhouse, TOWNHOUSE",
        "PropertySubType, Apartment, APARTMENT",
        "PropertySubType, Duplex, HOUSE",
        "PropertySubType, Unimproved Land, LAND",
        "PropertySubType, Stock Cooperative, CONDO"
    })
    void kinds_of_home_are_known_by_their_sub_type(String column, String value, PropertyType type) {
        assertThat(read(Map.of(column, value)).listing().orElseThrow().propertyType())
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "Active, ACTIVE",
        "Active Under Contract, PENDING",
        "pending, PENDING",
        "Closed, SOLD",
        "Expired, WITHDRAWN",
        "Coming Soon, WITHDRAWN"
    })
    void only_active_is_on_offer(String standard, Status status) {
        assertThat(read(Map.of("StandardStatus", standard))
                        .listing()
                        .orElseThrow()
                        .status())
                .isEqualTo(status);
    }

    @Test
    void a_lease_is_to_rent_by_the_month() {
        var yearly = read(Map.of("PropertyType", "Residential Lease", "LeaseAmountFrequency", "Annually"));

        assertThat(yearly.listing().orElseThrow().offer()).isEqualTo(Offered.RENT);
        assertThat(yearly.problems()).extracting(RowProblem::column).containsExactly("LeaseAmountFrequency");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ListingKey       |            | is empty
            ListPrice        | call us    | write an amount
            ListPrice        | -5         | write an amount
            StandardStatus   | Great      | write Active
            BedroomsTotal    | three      | write a whole number
            BedroomsTotal    | 3.5        | write a whole number
            PropertySubType  | Office     | write Single Family
            UnparsedAddress  |            | is empty
            BathroomsTotalInteger | 900   | write a number
            """)
    void what_is_needed_and_wrong_refuses_the_row_and_says_the_mend(String column, String value, String mend) {
        var result = read(Map.of(column, value == null ? "" : value));

        assertThat(result.listing()).isEmpty();
        assertThat(result.problems()).anySatisfy(problem -> {
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.refused()).isTrue();
            assertThat(problem.message()).contains(mend);
            assertThat(problem.row()).isEqualTo(7);
        });
    }

    @Test
    void what_is_not_needed_and_wrong_is_left_out_alone() {
        var result = read(Map.of("YearBuilt", "old", "LivingArea", "big"));

        assertThat(result.listing()).isPresent();
        assertThat(result.problems()).hasSize(2).noneMatch(RowProblem::refused);
    }

    @Test
    void what_is_no_text_is_taken_out_of_a_cell() {
        var home = read(Map.of("PublicRemarks", "Bright\u0000,\nquiet", "YearBuilt", "19\u00004\u00078"))
                .listing()
                .orElseThrow();

        assertThat(home.details().remarks()).isEqualTo("Bright,\nquiet");
        assertThat(home.details().yearBuilt()).isEqualTo(1948);
    }

    @Test
    void land_has_no_rooms() {
        var lot = read(Map.of("PropertySubType", "Unimproved Land", "BedroomsTotal", "", "BathroomsTotalInteger", ""));

        assertThat(lot.listing().orElseThrow().beds()).isZero();
    }

    @Test
    void yen_have_no_cents_and_meters_become_feet() {
        var row = row(Map.of("ListPrice", "85000000", "LivingArea", "100", "LivingAreaUnits", "Square Meters"));

        var home = ReadListing.of(row, "JPY").listing().orElseThrow();

        assertThat(home.priceMinor()).isEqualTo(85_000_000);
        assertThat(home.squareFeet()).isEqualTo(1076);
    }

    private static ReadListing.Result read(Map<String, String> other) {
        return ReadListing.of(row(other), "USD");
    }

    private static FileRow row(Map<String, String> other) {
        var cells = new HashMap<>(Map.of(
                "listingkey", "K1",
                "standardstatus", "Active",
                "propertytype", "Residential",
                "propertysubtype", "Single Family Residence",
                "listprice", "500000",
                "bedroomstotal", "3",
                "bathroomstotalinteger", "2",
                "unparsedaddress", "12 Mill Road, Austin, TX 78704",
                "subdivisionname", "Zilker",
                "city", "Austin"));
        other.forEach((column, value) -> cells.put(column.toLowerCase(Locale.ROOT), value));
        return new FileRow(7, cells);
    }
}
