package io.doorstep.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Contents of the shape that an understanding is asked for in: every member is there, null where nothing was read. */
public final class Answers {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> MEMBERS = List.of(
            "intent",
            "areas",
            "price",
            "beds",
            "baths",
            "propertyType",
            "timeline",
            "motivation",
            "financing",
            "representedByAgent",
            "currentHome",
            "propertyAddress",
            "priceExpectation");

    private Answers() {}

    public static String nothing() {
        return facts(Map.of());
    }

    /** @param facts by member; {@code mustHaves} and {@code asks} are lists */
    public static String facts(Map<String, Object> facts) {
        var all = new LinkedHashMap<String, Object>();
        MEMBERS.forEach(member -> all.put(member, facts.get(member)));
        all.put("mustHaves", facts.getOrDefault("mustHaves", List.of()));
        all.put("asks", facts.getOrDefault("asks", List.of()));
        return JSON.writeValueAsString(all);
    }

    public static Map<String, Object> chosen(String value, String quote) {
        return Map.of("value", value, "quote", quote);
    }

    public static Map<String, Object> counted(double count, String quote) {
        return Map.of("min", count, "max", count, "quote", quote);
    }

    public static Map<String, Object> priced(double max, String quote) {
        return Map.of("min", 0, "max", max, "currency", "USD", "period", "TOTAL", "about", false, "quote", quote);
    }

    /** Every fact there is, each with the same quote. */
    static String everything(String quote) {
        return facts(Map.ofEntries(
                Map.entry("intent", chosen("BUY", quote)),
                Map.entry("areas", Map.of("names", List.of("Everywhere"), "quote", quote)),
                Map.entry("price", priced(9_000_000, quote)),
                Map.entry("beds", counted(9, quote)),
                Map.entry("baths", counted(9, quote)),
                Map.entry("propertyType", chosen("HOUSE", quote)),
                Map.entry("timeline", Map.of("by", "2026-01-01", "quote", quote)),
                Map.entry("motivation", chosen("NEW_JOB", quote)),
                Map.entry("financing", chosen("CASH", quote)),
                Map.entry("representedByAgent", chosen("NO", quote)),
                Map.entry("currentHome", chosen("OWNS", quote)),
                Map.entry("propertyAddress", chosen("1 Main Street", quote)),
                Map.entry("priceExpectation", priced(9_000_000, quote)),
                Map.entry("mustHaves", List.of(Map.of("feature", "GARAGE", "wanted", "YES", "quote", quote))),
                Map.entry("asks", List.of("LISTING", "AGENCY", "PROCESS"))));
    }
}
