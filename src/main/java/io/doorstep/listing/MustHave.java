package io.doorstep.listing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a home must have, and what of its record says yes or no to it. */
enum MustHave {
    GARAGE(
            "garage",
            says("garage", home -> home.details().parking()).or(MustHave::hasGarage),
            home -> Integer.valueOf(0).equals(home.details().garageSpaces())),
    PARKING(
            "parking",
            home -> hasGarage(home) || some(home.details().parking()),
            home -> none(home.details().parking())),
    LAUNDRY(
            "laundry",
            home -> some(home.details().laundry()),
            home -> none(home.details().laundry())),
    PETS(
            "pets",
            home -> some(home.details().petsAllowed()),
            home -> none(home.details().petsAllowed())),
    FURNISHED("furnished", home -> furnished(home, "furnished"), home -> furnished(home, "unfurnished")),
    POOL(
            "pool",
            home -> some(home.details().pool()),
            home -> none(home.details().pool())),
    STEP_FREE(
            "stepFree",
            home -> some(home.details().accessibility()),
            home -> none(home.details().accessibility())),
    AIR_CONDITIONING(
            "airConditioning",
            home -> some(home.details().cooling()),
            home -> none(home.details().cooling())),
    YARD("yard", says("yard|garden|lawn", Listing::features), _ -> false),
    BALCONY("balcony", says("balcony|terrace|patio|deck", Listing::features), _ -> false),
    ELEVATOR("elevator", says("elevator|lift", Listing::features), _ -> false);

    private final String fact;
    private final Predicate<Listing> yes;
    private final Predicate<Listing> no;

    MustHave(String fact, Predicate<Listing> yes, Predicate<Listing> no) {
        this.fact = fact;
        this.yes = yes;
        this.no = no;
    }

    /** One for each that the home records, one less for each that it records not to have; nothing for what it is silent about. */
    static int met(Listing home, List<String> wished) {
        return Arrays.stream(values())
                .filter(feature -> wished.contains(feature.fact))
                .mapToInt(feature -> feature.no.test(home) ? -1 : feature.yes.test(home) ? 1 : 0)
                .sum();
    }

    private static Predicate<Listing> says(String words, java.util.function.Function<Listing, List<String>> recorded) {
        var pattern = Pattern.compile("\\b(?:" + words + ")", Pattern.CASE_INSENSITIVE);
        return home -> recorded.apply(home).stream()
                .anyMatch(value -> pattern.matcher(value).find());
    }

    private static boolean hasGarage(Listing home) {
        var spaces = home.details().garageSpaces();
        return spaces != null && spaces > 0;
    }

    private static boolean furnished(Listing home, String value) {
        return value.equalsIgnoreCase(home.details().furnished());
    }

    private static boolean some(List<String> recorded) {
        return !recorded.isEmpty() && !none(recorded);
    }

    /** RESO writes "None" or "No" where there is nothing. */
    private static boolean none(List<String> recorded) {
        return !recorded.isEmpty()
                && recorded.stream()
                        .map(value -> value.toLowerCase(Locale.ROOT))
                        .allMatch(value -> value.equals("no") || value.equals("none"));
    }
}
