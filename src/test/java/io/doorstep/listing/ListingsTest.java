package io.doorstep.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.platform.Ids;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DoorstepTest
class ListingsTest {

    @Autowired
    Listings listings;

    @Autowired
    TestAgencies agencies;

    @Autowired
    Ids ids;

    @Autowired
    JdbcClient db;

    TestAgency agency;

    @BeforeEach
    void anAgencyWithHomes() {
        agency = agencies.fresh();
        home("Cottage", "Travis Heights", Wishes.Offered.SALE, 63_500_000, 3);
        home("Bungalow", "Travis Heights", Wishes.Offered.SALE, 71_000_000, 3);
        home("Studio", "Zilker", Wishes.Offered.RENT, 150_000, 1);
    }

    @Test
    void homes_match_by_offer_area_price_and_beds() {
        assertThat(matching(new Wishes(Wishes.Offered.SALE, List.of("travis heights"), 65_000_000L, 3, null)))
                .containsExactly("Cottage");
        assertThat(matching(new Wishes(Wishes.Offered.SALE, List.of("Zilker"), null, null, null)))
                .isEmpty();
        assertThat(matching(new Wishes(Wishes.Offered.RENT, List.of(), null, null, null)))
                .containsExactly("Studio");
        assertThat(matching(new Wishes(Wishes.Offered.SALE, List.of(), null, 4, null)))
                .isEmpty();
    }

    @Test
    void around_a_price_is_a_twentieth_above_it() {
        assertThat(matching(new Wishes(Wishes.Offered.SALE, List.of(), 68_000_000L, null, null)))
                .contains("Bungalow");
        assertThat(matching(new Wishes(Wishes.Offered.SALE, List.of(), 67_000_000L, null, null)))
                .doesNotContain("Bungalow");
    }

    @Test
    void kinds_of_home_narrow_and_none_means_any() {
        var condos = new Wishes(
                Wishes.Offered.SALE, List.of(), null, null, null, List.of(Listing.PropertyType.CONDO), List.of());
        var houses = new Wishes(
                Wishes.Offered.SALE,
                List.of(),
                null,
                null,
                null,
                List.of(Listing.PropertyType.CONDO, Listing.PropertyType.HOUSE),
                List.of());

        assertThat(matching(condos)).isEmpty();
        assertThat(matching(houses)).containsExactly("Bungalow", "Cottage");
    }

    @Test
    void must_haves_rank_and_never_rule_out() {
        recorded("Bungalow", "{\"garageSpaces\": 0, \"petsAllowed\": [\"No\"]}");
        recorded("Cottage", "{\"garageSpaces\": 1, \"petsAllowed\": [\"Cats OK\"]}");
        home("Lodge", "Zilker", Wishes.Offered.SALE, 60_000_000, 3);

        var wishes = new Wishes(
                Wishes.Offered.SALE, List.of(), null, null, null, List.of(), List.of("garage", "pets", "helipad"));

        assertThat(matching(wishes)).containsExactly("Cottage", "Lodge", "Bungalow");
    }

    @Test
    void a_home_is_found_by_its_town_and_postal_code_too() {
        recorded("Cottage", "{\"city\": \"Austin\", \"postalCode\": \"78704\"}");

        assertThat(matching(new Wishes(Wishes.Offered.SALE, List.of("Austin"), null, null, null)))
                .containsExactly("Cottage");
        assertThat(matching(new Wishes(Wishes.Offered.SALE, List.of("78704"), null, null, null)))
                .containsExactly("Cottage");
    }

    @Test
    void a_home_that_went_pending_is_offered_no_more() {
        var id = agency.inTransaction(
                () -> listings.named("Cottage").orElseThrow().id());
        assertThat(agency.inTransaction(() -> listings.stillOffered(id))).isTrue();

        agency.inTransaction(() -> {
            db.sql("update listing set status = 'PENDING' where name = 'Cottage'")
                    .update();
        });

        assertThat(agency.inTransaction(() -> listings.stillOffered(id))).isFalse();
        assertThat(agencies.fresh().inTransaction(() -> listings.stillOffered(id)))
                .isFalse();
    }

    private void recorded(String name, String details) {
        agency.inTransaction(() -> {
            db.sql("update listing set details = :details::jsonb where name = :name")
                    .param("details", details)
                    .param("name", name)
                    .update();
        });
    }

    @Test
    void only_what_is_on_offer_is_found() {
        for (var status : List.of("PENDING", "SOLD", "WITHDRAWN")) {
            agency.inTransaction(() -> {
                db.sql("update listing set status = :status where name = 'Cottage'")
                        .param("status", status)
                        .update();
            });

            assertThat(matching(new Wishes(Wishes.Offered.SALE, List.of(), null, null, null)))
                    .containsExactly("Bungalow");
            assertThat(agency.inTransaction(() -> listings.named("cottage"))).isEmpty();
        }
    }

    @Test
    void a_home_is_found_by_name_and_address_in_any_case_and_by_nothing_less() {
        assertThat(agency.inTransaction(() -> listings.named("the COTTAGE please")))
                .map(Listing::name)
                .contains("Cottage");
        assertThat(agency.inTransaction(() -> listings.named("1 bungalow street")))
                .map(Listing::name)
                .contains("Bungalow");
        assertThat(agency.inTransaction(() -> listings.named("co"))).isEmpty();
        assertThat(agency.inTransaction(() -> listings.named("%"))).isEmpty();
    }

    @Test
    void another_agencys_homes_are_never_found() {
        var other = agencies.fresh();
        UUID cottage = agency.inTransaction(
                () -> listings.named("Cottage").orElseThrow().id());

        assertThat(other.inTransaction(() -> listings.find(cottage))).isEmpty();
        assertThat(other.inTransaction(() -> listings.named("Cottage"))).isEmpty();
        assertThat(other.inTransaction(() -> listings.names(10))).isEmpty();
    }

    private List<String> matching(Wishes wishes) {
        return agency.inTransaction(() -> listings.matching(wishes, 10)).stream()
                .map(Listing::name)
                .toList();
    }

    private void home(String name, String area, Wishes.Offered offer, long priceMinor, int beds) {
        agency.inTransaction(() -> listings.add(
                new Listing(
                        ids.next(),
                        name,
                        "1 " + name + " Street",
                        area,
                        offer,
                        Listing.PropertyType.HOUSE,
                        priceMinor,
                        "USD",
                        beds,
                        new BigDecimal("2.0"),
                        null,
                        List.of()),
                true));
    }
}
