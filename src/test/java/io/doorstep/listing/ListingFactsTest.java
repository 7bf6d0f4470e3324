package io.doorstep.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingFactsTest {

    private static final ListingDetails DETAILS = new ListingDetails(
            "Austin",
            "TX",
            "78704",
            "Sunny.",
            1948,
            2,
            12_500L,
            "Monthly",
            "Unfurnished",
            LocalDate.of(2026, 12, 1),
            "12 Months",
            List.of("Attached", "Garage"),
            List.of("In Unit"),
            List.of("Cats OK"),
            List.of(),
            List.of(),
            List.of("Central"),
            List.of());

    private static final Listing HOME = home(DETAILS);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            how much is it?                       | the asking price is $645,000
            what's the address?                   | the address is 12 Mill Road
            how big is it                         | it has 1,680 square feet
            how many bedrooms does it have?       | it has 3 bedrooms
            does it have a garage?                | it has a garage for 2 cars
            how big is the garage                 | it has a garage for 2 cars
            where can I park?                     | it has a garage for 2 cars
            is there a washer and dryer           | for laundry the listing says: In Unit
            can I bring my dog                    | on pets the listing says: Cats OK
            is it furnished                       | it comes unfurnished
            how much is the HOA                   | the association fee is $125 (monthly)
            when was it built                     | it was built in 1948
            how long is the lease                 | the lease term is 12 Months
            when is it available?                 | it is available from December 1, 2026
            is it still available                 | it is on offer
            what heating does it have             | on heating the listing says: Central
            does it have hardwood                 | yes, the listing names Hardwood floors
            """)
    void a_home_answers_out_of_its_record(String question, String answer) {
        assertThat(ListingFacts.answer(HOME, question, "en")).contains(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ¿cuánto cuesta?             | el precio es de $645,000
            ¿cuántas recámaras tiene?   | tiene 3 habitaciones
            ¿tiene cochera?             | tiene garaje para 2 autos
            ¿aceptan perros?            | sobre mascotas el anuncio dice: Cats OK
            ¿está amueblada?            | se entrega sin muebles
            """)
    void and_in_spanish(String question, String answer) {
        assertThat(ListingFacts.answer(HOME, question, "es")).contains(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "is there a garage",
        "any laundry?",
        "are pets ok",
        "what is the hoa",
        "is there a pool",
        "what year was it built"
    })
    void what_is_not_recorded_is_not_known_and_never_no(String question) {
        var bare = home(ListingDetails.NONE);

        assertThat(ListingFacts.answer(bare, question, "en")).isEmpty();
        assertThat(ListingFacts.asked(question)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"can we see three bedrooms?", "could it be two baths?", "how about something at that price?"})
    void a_wish_that_is_put_as_a_question_asks_for_no_record(String wish) {
        assertThat(ListingFacts.asked(wish)).isFalse();
    }

    @Test
    void a_recorded_no_is_said() {
        assertThat(ListingFacts.answer(home(pets("No")), "do they take dogs?", "en"))
                .isEqualTo(Optional.of("pets are not allowed"));
    }

    @ParameterizedTest
    @CsvSource({"is my service dog allowed?", "I have an emotional support cat, are pets ok?", "¿aceptan perro guía?"})
    void an_assistance_animal_is_no_pet(String question) {
        assertThat(ListingFacts.answer(home(pets("No")), question, "en")).isEmpty();
    }

    private static ListingDetails pets(String allowed) {
        return new ListingDetails(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(allowed),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Listing home(ListingDetails details) {
        return new Listing(
                new UUID(0, 1),
                "Mill House",
                "12 Mill Road",
                "Zilker",
                Wishes.Offered.SALE,
                Listing.PropertyType.HOUSE,
                64_500_000,
                "USD",
                3,
                new BigDecimal("2.0"),
                1680,
                List.of("Hardwood floors"),
                details);
    }
}
