package io.doorstep.listing.inventory;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.listing.Listings;
import io.doorstep.listing.Wishes;
import io.doorstep.platform.Refused;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DoorstepTest
class ImportListingsTest {

    private static final String HEADER = "ListingKey,StandardStatus,PropertySubType,ListPrice,BedroomsTotal,"
            + "BathroomsTotalInteger,UnparsedAddress,City,PublicRemarks\n";

    private static final String TWO_HOMES = HEADER + """
            K1,Active,Condominium,450000,2,2,"1 Canal Street, Unit 4",Austin,"Bright.
            Two balconies, ""quiet""."
            K2,Active,Townhouse,550000,3,2,2 Canal Street,Austin,
            """;

    @Autowired
    ImportListings imports;

    @Autowired
    Inventory inventory;

    @Autowired
    Listings listings;

    @Autowired
    TestAgencies agencies;

    @Autowired
    JdbcClient db;

    TestAgency agency;

    @BeforeEach
    void anAgency() {
        agency = agencies.fresh();
    }

    @Test
    void a_file_is_previewed_without_a_trace_and_taken_once() {
        assertThat(preview(TWO_HOMES).added()).isEqualTo(2);
        assertThat(stored()).isEmpty();

        assertThat(take(TWO_HOMES).added()).isEqualTo(2);
        assertThat(take(TWO_HOMES))
                .extracting(ImportReport::added, ImportReport::changed, ImportReport::unchanged)
                .containsExactly(0, 0, 2);
        assertThat(versions()).containsOnly(1);
        assertThat(offered()).containsExactly("2 Canal Street", "1 Canal Street, Unit 4");
    }

    @Test
    void a_changed_row_changes_its_home_and_keeps_its_id() {
        take(TWO_HOMES);
        var ids = agency.inTransaction(
                () -> inventory.all().stream().map(Inventory.Stored::id).toList());

        var report = take(TWO_HOMES.replace("K2,Active", "K2,Pending").replace("450000", "440000"));

        assertThat(report.changed()).isEqualTo(2);
        assertThat(agency.inTransaction(
                        () -> inventory.all().stream().map(Inventory.Stored::id).toList()))
                .isEqualTo(ids);
        assertThat(offered()).containsExactly("1 Canal Street, Unit 4");
    }

    @Test
    void one_bad_row_loses_no_other() {
        var report = take(TWO_HOMES + "K3,Active,Condominium,ask,2,2,3 Canal Street,Austin,\n"
                + "K4,Active,Condominium,1,2,2,4 Canal Street,Austin,\n"
                + "K1,Active,Condominium,1,2,2,again,Austin,\n");

        assertThat(report.added()).isEqualTo(3);
        assertThat(report.refused()).isEqualTo(2);
        assertThat(report.problems())
                .extracting(RowProblem::row, RowProblem::column)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(4, "ListPrice"),
                        org.assertj.core.groups.Tuple.tuple(6, "ListingKey"));
    }

    @Test
    void separators_encodings_and_byte_order_marks_are_told_apart() {
        assertThat(take(bytes("\uFEFF" + TWO_HOMES, UTF_8)).added()).isEqualTo(2);
        assertThat(take(bytes(TWO_HOMES, UTF_16)).unchanged()).isEqualTo(2);
        var semicolons = "ListingKey;StandardStatus;PropertySubType;ListPrice;BedroomsTotal;BathroomsTotalInteger;"
                + "UnparsedAddress;City\r\nK9;Active;Condominium;1;2;2;Caf\u00e9 Road 1;M\u00fcnchen\r\n";
        assertThat(take(bytes(semicolons, Charset.forName("windows-1252")))
                        .sample()
                        .getFirst()
                        .name())
                .isEqualTo("Caf\u00e9 Road 1");
    }

    @Test
    void json_is_taken_as_a_list_or_as_the_web_api_answers() {
        var list = """
                [{"ListingKey": "K1", "StandardStatus": "Active", "PropertySubType": "Condominium", "ListPrice": 450000.5,
                  "BedroomsTotal": 2, "BathroomsTotalDecimal": 2.5, "UnparsedAddress": "1 Canal Street", "City": "Austin",
                  "PetsAllowed": ["Cats OK", "Dogs OK"], "YearBuilt": null, "MlsStatus": "A"}]""";

        var report = take(list);

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.unusedColumns()).containsExactly("MlsStatus");
        assertThat(stored().getFirst().details().petsAllowed()).containsExactly("Cats OK", "Dogs OK");
        assertThat(take("{\"@odata.context\": \"x\", \"value\": " + list + "}").unchanged())
                .isEqualTo(1);
    }

    @Test
    void what_is_no_file_of_listings_is_refused_with_a_word() {
        for (var text : List.of("", "  \n", "{\"a\": 1}", "[1, {]", "ListingKey,City\n\"K1,Austin\n", "a,a\n1,2\n")) {
            assertThatThrownBy(() -> preview(text)).as(text).isInstanceOf(Refused.class);
        }
        assertThat(preview("Name,Price\nA,1\n").refused()).isEqualTo(1);
        assertThat(preview("[1, null, \"x\"]").refused()).isEqualTo(3);
    }

    @Test
    void ten_thousand_rows_are_taken() {
        var rows = new StringBuilder(HEADER);
        IntStream.range(0, 10_000)
                .forEach(n ->
                        rows.append("K%d,Active,Condominium,%d,2,1,%d Canal Street,Austin,\n".formatted(n, n + 1, n)));

        assertThat(take(rows.toString()).added()).isEqualTo(10_000);
        assertThat(take(rows.toString()).unchanged()).isEqualTo(10_000);
    }

    @Test
    void two_imports_at_once_make_each_home_once() throws Exception {
        var rows = new StringBuilder(HEADER);
        IntStream.range(0, 1_200)
                .forEach(n ->
                        rows.append("K%d,Active,Condominium,%d,2,1,%d Canal Street,Austin,\n".formatted(n, n + 1, n)));
        try (var both = Executors.newFixedThreadPool(2)) {
            var done = List.of(both.submit(() -> take(rows.toString())), both.submit(() -> take(rows.toString())));
            for (var one : done) one.get();
        }

        assertThat(stored()).hasSize(1_200);
    }

    @Test
    void what_is_exported_is_imported_without_a_change_and_runs_no_formula() {
        take(TWO_HOMES + "K3,Active,Condominium,1,0,1,=HYPERLINK(1),Austin,+1\n");
        var csv = ListingExport.csv(stored());

        assertThat(csv).contains("'=HYPERLINK(1)").contains("'+1");
        assertThat(take(csv).unchanged()).isEqualTo(3);
        assertThat(stored()).extracting(FeedListing::name).contains("=HYPERLINK(1)");
    }

    @Test
    void the_same_key_in_another_agency_is_another_home() {
        take(TWO_HOMES);
        var other = agencies.fresh();

        assertThat(other.inScope(() -> imports.take(TWO_HOMES.getBytes(UTF_8))).added())
                .isEqualTo(2);
        assertThat(stored()).hasSize(2);
    }

    private ImportReport preview(String text) {
        return agency.inScope(() -> imports.preview(text.getBytes(UTF_8)));
    }

    private ImportReport take(String text) {
        return take(text.getBytes(UTF_8));
    }

    private ImportReport take(byte[] bytes) {
        return agency.inScope(() -> imports.take(bytes));
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }

    private List<FeedListing> stored() {
        return agency.inTransaction(
                () -> inventory.all().stream().map(Inventory.Stored::listing).toList());
    }

    private List<Integer> versions() {
        return agency.inTransaction(
                () -> db.sql("select version from listing").query(Integer.class).list());
    }

    private List<String> offered() {
        return agency.inTransaction(() ->
                listings.matching(new Wishes(Wishes.Offered.SALE, List.of(), null, null, null), 10).stream()
                        .map(home -> home.name())
                        .toList());
    }
}
