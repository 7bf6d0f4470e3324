package io.doorstep.language;

import static java.util.stream.Collectors.joining;

import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says back in Spanish what was understood: "Entendido: 3 habitaciones, cerca de Travis Heights, unos $650,000."
 * Worded from the values, since what is shown of a fact is in the agency's language.
 */
final class SpanishRecap {

    private static final Map<String, String> KINDS = Map.of(
            "house", "casa",
            "condo", "condominio",
            "townhouse", "casa adosada",
            "apartment", "apartamento",
            "multi-family", "dúplex o similar",
            "loft", "loft",
            "manufactured", "casa prefabricada",
            "land", "terreno");

    private static final Map<String, String> FEATURES = Map.ofEntries(
            Map.entry("garage", "garaje"),
            Map.entry("laundry", "lavandería"),
            Map.entry("yard", "patio o jardín"),
            Map.entry("furnished", "muebles"),
            Map.entry("parking", "estacionamiento"),
            Map.entry("pets", "mascotas"),
            Map.entry("assistanceAnimal", "animal de asistencia"),
            Map.entry("stepFree", "acceso sin escalones"),
            Map.entry("singleStory", "una sola planta"),
            Map.entry("pool", "piscina"),
            Map.entry("balcony", "balcón o terraza"),
            Map.entry("elevator", "elevador"),
            Map.entry("airConditioning", "aire acondicionado"),
            Map.entry("fireplace", "chimenea"),
            Map.entry("basement", "sótano"),
            Map.entry("homeOffice", "oficina en casa"),
            Map.entry("dishwasher", "lavavajillas"),
            Map.entry("storage", "espacio para guardar cosas"));

    private SpanishRecap() {}

    static String of(List<FactProposal> facts) {
        var parts = new ArrayList<String>();
        for (var key : Recap.ORDER) {
            for (var fact : facts) if (fact.key().equals(key) && !Recap.isGuess(fact)) parts.add(words(fact));
        }
        for (var fact : facts) if (fact.key().startsWith("mustHaves.")) parts.add(feature(fact));
        parts.removeIf(String::isEmpty);
        if (parts.isEmpty()) return "";
        return (parts.size() == 1 ? "Anotado: " : "Entendido: ") + String.join(", ", parts) + ".";
    }

    private static String words(FactProposal fact) {
        var value = fact.value();
        return switch (fact.key()) {
            case "intent" ->
                switch (String.valueOf(value)) {
                    case "buy" -> "busca comprar";
                    case "rent" -> "busca alquilar";
                    case "sell" -> "quiere vender";
                    default -> "quiere poner en alquiler";
                };
            case "beds" -> Integer.valueOf(0).equals(value) ? "un estudio" : count(value, "habitación", "habitaciones");
            case "baths" -> count(value, "baño", "baños");
            case "areas" -> areas(value);
            case "price", "priceExpectation" -> price(value);
            case "financing" ->
                switch (String.valueOf(value)) {
                    case "CASH" -> "pago al contado";
                    case "PRE_APPROVED" -> "con preaprobación";
                    case "IN_PROGRESS" -> "financiamiento en trámite";
                    default -> "financiamiento por tramitar";
                };
            case "timeline" -> timeline(fact);
            case "propertyType" -> kinds(value);
            default -> fact.display();
        };
    }

    private static String count(Object value, String one, String many) {
        if (value instanceof Number number) return number + " " + (number.doubleValue() == 1 ? one : many);
        if (!(value instanceof Map<?, ?> range)) return many + ": da igual";
        if (range.get("max") == null) return "al menos %s %s".formatted(range.get("min"), many);
        if (range.get("min") == null) return "hasta %s %s".formatted(range.get("max"), many);
        return "de %s a %s %s".formatted(range.get("min"), range.get("max"), many);
    }

    private static String areas(Object value) {
        if (!(value instanceof List<?> names) || names.isEmpty()) return "cualquier zona";
        return "cerca de " + joined(names.stream().map(String::valueOf).toList(), "o");
    }

    private static String price(Object value) {
        if (!(value instanceof Map<?, ?> price)) return "";
        var min = amount(price, "min");
        var max = amount(price, "max");
        String said;
        if (min == null) said = "hasta " + max;
        else if (max == null) said = "desde " + min;
        else if (!min.equals(max)) said = "de %s a %s".formatted(min, max);
        else said = Boolean.TRUE.equals(price.get("about")) ? "unos " + min : min;
        return "month".equals(price.get("period")) ? said + " al mes" : said;
    }

    private static @Nullable String amount(Map<?, ?> price, String end) {
        if (!(price.get(end) instanceof Number minor) || !(price.get("currency") instanceof String code)) return null;
        // Spanish in the United States writes amounts as English does
        var format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setCurrency(Currency.getInstance(code));
        format.setMaximumFractionDigits(0);
        return format.format(minor.doubleValue() / 100);
    }

    /** In the lead's own words; a date where they only said yes to one. */
    private static String timeline(FactProposal fact) {
        if (!fact.fromContext()) return fact.quote().toLowerCase(Locale.ROOT);
        if (!(fact.value() instanceof Map<?, ?> map) || !(map.get("by") instanceof String by)) return "";
        try {
            return "a más tardar el " + SpanishTimes.date(LocalDate.parse(by));
        } catch (DateTimeException unreadable) {
            return "";
        }
    }

    private static String kinds(Object value) {
        var names = value instanceof List<?> several ? several : List.of(value);
        return names.stream()
                .map(String::valueOf)
                .map(name -> KINDS.getOrDefault(name, name))
                .collect(joining(" o "));
    }

    private static String feature(FactProposal fact) {
        var name = FEATURES.getOrDefault(fact.key().substring("mustHaves.".length()), fact.quote());
        if (Boolean.FALSE.equals(fact.value())) return "sin " + name;
        return Boolean.TRUE.equals(fact.value()) ? "con " + name : name + ": da igual";
    }

    static String joined(List<String> parts, String last) {
        if (parts.size() == 1) return parts.getFirst();
        var end = parts.getLast();
        // "o" and "y" change before their own sound
        var joint = last.equals("y") && end.matches("(?i)h?i[^ae].*") ? "e" : last;
        return String.join(", ", parts.subList(0, parts.size() - 1)) + " " + joint + " " + end;
    }
}
