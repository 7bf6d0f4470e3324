package io.doorstep.listing;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is asked about homes, the narrow before the broad: "how big is the garage" is about the garage. Empty where nothing is recorded. */
enum HomeTopic {
    GARAGE("garages?|garajes?|cocheras?", home -> garage(home.details())),
    PARKING(
            "parking|park|car ?port|driveway|estacionamientos?|aparcamiento|parqueadero",
            home -> garage(home.details())
                    .or(() -> listed(
                            "for parking", "de estacionamiento", home.details().parking()))),
    LAUNDRY(
            "laundry|washers?|dryers?|washing machine|lavander[ií]a|lavadora|secadora",
            home -> listed("for laundry", "de lavandería", home.details().laundry())),
    PETS(
            "pets?|dogs?|cats?|mascotas?|perros?|gatos?",
            home -> pets(home.details().petsAllowed())),
    FURNISHED(
            "(?:un)?furnished|furniture|amueblad[oa]|muebles",
            home -> furnished(home.details().furnished())),
    HOA("hoa|association (?:fee|dues)|condo fees?|cuota de (?:la )?asociaci[oó]n|gastos comunes", HomeTopic::hoa),
    POOL(
            "pool|piscina|alberca",
            home -> listed("on the pool", "de la piscina", home.details().pool())),
    ACCESS(
            "step[- ]free|wheelchair|accessib\\w+|ramp|accesible|silla de ruedas|rampa",
            home -> listed("on access", "de accesibilidad", home.details().accessibility())),
    HEATING(
            "heating|heat|calefacci[oó]n",
            home -> listed("on heating", "de calefacción", home.details().heating())),
    COOLING(
            "cooling|air condition\\w*|a/?c|aire acondicionado",
            home -> listed("on cooling", "de aire acondicionado", home.details().cooling())),
    YEAR(
            "built|how old|construction year|construid[oa]|antig[uü]edad|a[nñ]o de construcci[oó]n",
            home -> known(home.details().yearBuilt(), year -> both("it was built in %d", "se construyó en %d", year))),
    LEASE_TERM(
            "lease|minimum (?:stay|term)|contrato|plazo",
            home -> known(
                    home.details().leaseTerm(),
                    term -> both("the lease term is %s", "el plazo del contrato es %s", term))),
    AVAILABLE(
            "available (?:from|on|when)|when (?:is|will) .{0,30}available|move[- ]in date|disponible desde",
            home -> known(home.details().availableOn(), HomeTopic::available)),
    ON_OFFER(
            "available|(?:on|off) the market|still for (?:sale|rent)|disponible|sigue en venta",
            _ -> Optional.of(both("it is on offer", "está en oferta"))),
    ADDRESS(
            "address|where is|located|location|street|direcci[oó]n|d[oó]nde (?:est[aá]|queda)|ubicaci[oó]n",
            home -> Optional.of(both("the address is %s", "la dirección es %s", home.address()))),
    SIZE(
            "square (?:feet|foot|footage|meters)|sq ?ft|how (?:big|large)|size|pies cuadrados|metros"
                    + " cuadrados|tama[nñ]o|qu[eé] tan grande",
            home -> known(home.squareFeet(), HomeTopic::size)),
    BEDS(
            "bed ?rooms?|beds|habitaci[oó]n(?:es)?|rec[aá]maras?|dormitorios?|cuartos?",
            home -> Optional.of(counted(home.beds(), "bedroom", "habitación", "habitaciones"))),
    BATHS(
            "bath ?rooms?|baths|ba[nñ]os?",
            home -> Optional.of(both(
                    "it has %s baths",
                    "tiene %s baños", home.baths().stripTrailingZeros().toPlainString()))),
    PRICE(
            "price|cost|how much|rent|asking|precio|cu[aá]nto (?:cuesta|vale|es)|renta|alquiler",
            home -> Optional.of(price(home)));

    /** The same in both languages. */
    record Words(String english, String spanish) {
        String in(boolean inSpanish) {
            return inSpanish ? spanish : english;
        }
    }

    private final Pattern words;
    private final Function<Listing, Optional<Words>> answer;

    HomeTopic(String words, Function<Listing, Optional<Words>> answer) {
        this.words = Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])");
        this.answer = answer;
    }

    /** Every home records it, so that the words alone rather tell a wish than ask about one home: "can we see three bedrooms?" */
    boolean essential() {
        return switch (this) {
            case ON_OFFER, ADDRESS, SIZE, BEDS, BATHS, PRICE -> true;
            case GARAGE,
                    PARKING,
                    LAUNDRY,
                    PETS,
                    FURNISHED,
                    HOA,
                    POOL,
                    ACCESS,
                    HEATING,
                    COOLING,
                    YEAR,
                    LEASE_TERM,
                    AVAILABLE -> false;
        };
    }

    /** In the order in which they are to be tried. */
    static Stream<HomeTopic> of(String folded) {
        return Arrays.stream(values())
                .filter(topic -> topic.words.matcher(folded).find());
    }

    Optional<Words> of(Listing home) {
        return answer.apply(home);
    }

    private static Optional<Words> garage(ListingDetails details) {
        return known(
                details.garageSpaces(),
                spaces -> spaces == 0
                        ? both("the listing names no garage", "el anuncio no menciona garaje")
                        : spaces == 1
                                ? both("it has a garage for one car", "tiene garaje para un auto")
                                : both("it has a garage for %d cars", "tiene garaje para %d autos", spaces));
    }

    private static Optional<Words> pets(List<String> allowed) {
        if (allowed.equals(List.of("Yes"))) return Optional.of(both("pets are allowed", "se permiten mascotas"));
        if (allowed.equals(List.of("No"))) return Optional.of(both("pets are not allowed", "no se permiten mascotas"));
        return listed("on pets", "sobre mascotas", allowed);
    }

    private static Optional<Words> furnished(@Nullable String recorded) {
        return known(recorded, value -> switch (value.toLowerCase(Locale.ROOT)) {
            case "furnished" -> both("it comes furnished", "se entrega con muebles");
            case "unfurnished" -> both("it comes unfurnished", "se entrega sin muebles");
            case "partially" -> both("it is partly furnished", "está parcialmente amueblada");
            default -> both("on furniture the listing says: %s", "sobre los muebles el anuncio dice: %s", value);
        });
    }

    private static Optional<Words> hoa(Listing home) {
        var details = home.details();
        return known(details.hoaFeeMinor(), fee -> {
            var amount = amount(fee, home.currency());
            var frequency = details.hoaFeeFrequency();
            return frequency == null
                    ? both("the association fee is %s", "la cuota de la asociación es de %s", amount)
                    : both(
                            "the association fee is %s (%s)",
                            "la cuota de la asociación es de %s (%s)", amount, frequency.toLowerCase(Locale.ROOT));
        });
    }

    private static Words available(LocalDate day) {
        var format = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);
        return new Words(
                "it is available from " + format.withLocale(Locale.US).format(day),
                "está disponible desde el " + format.withLocale(Locale.of("es")).format(day));
    }

    private static Words size(int squareFeet) {
        return both("it has %,d square feet", "tiene %,d pies cuadrados", squareFeet);
    }

    private static Words price(Listing home) {
        var amount = amount(home.priceMinor(), home.currency());
        return switch (home.offer()) {
            case SALE -> both("the asking price is %s", "el precio es de %s", amount);
            case RENT -> both("the rent is %s a month", "la renta es de %s al mes", amount);
        };
    }

    private static String amount(long minor, String code) {
        var format = NumberFormat.getCurrencyInstance(Locale.US);
        var currency = Currency.getInstance(code);
        format.setCurrency(currency);
        format.setMaximumFractionDigits(0);
        return format.format(minor / Math.pow(10, currency.getDefaultFractionDigits()));
    }

    private static Words counted(int count, String unit, String one, String many) {
        return new Words(
                "it has %d %s%s".formatted(count, unit, count == 1 ? "" : "s"),
                "tiene %d %s".formatted(count, count == 1 ? one : many));
    }

    /** In the record's own words; RESO's values are English. */
    private static Optional<Words> listed(String subject, String asunto, List<String> recorded) {
        if (recorded.isEmpty()) return Optional.empty();
        var values = String.join(", ", recorded);
        return Optional.of(both(subject + " the listing says: %s", asunto + " el anuncio dice: %s", values));
    }

    private static <T> Optional<Words> known(@Nullable T recorded, Function<T, Words> words) {
        return Optional.ofNullable(recorded).map(words);
    }

    private static Words both(String english, String spanish, Object... values) {
        return new Words(String.format(Locale.US, english, values), String.format(Locale.US, spanish, values));
    }
}
